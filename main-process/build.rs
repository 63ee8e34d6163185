//! Compiles every module script to bytecode, so that starting up parses nothing.

use std::{
    env,
    ffi::CString,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use rquickjs::{Context, Ctx, Runtime, qjs};

const GROUPS: [&str; 4] = ["internal", "web", "node", "electron"];

fn main() {
    let source = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("set by cargo")).join("src");
    let out = PathBuf::from(env::var("OUT_DIR").expect("set by cargo"));
    let runtime = Runtime::new().expect("an engine");
    let context = Context::full(&runtime).expect("a context");
    let mut table = String::from("pub(super) const SCRIPTS: &[(&str, &[u8])] = &[\n");
    for (id, path) in scripts(&source) {
        println!("cargo::rerun-if-changed={}", path.display());
        let file = out.join(format!("{}.bin", id.replace('/', "-")));
        let bytecode = context.with(|ctx| compile(&ctx, &id, &path));
        fs::write(&file, bytecode).expect("OUT_DIR can be written");
        writeln!(table, "    ({id:?}, include_bytes!({file:?})),").expect("a string takes everything");
    }
    table.push_str("];\n");
    fs::write(out.join("scripts.rs"), table).expect("OUT_DIR can be written");
}

/// The scripts of all modules with their ids, sorted: `node/os` is `node/os/os.js`, `node/path/posix` is `node/path/posix.js`.
fn scripts(source: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for group in GROUPS {
        println!("cargo::rerun-if-changed={}", source.join(group).display());
        for folder in entries(&source.join(group)).into_iter().filter(|path| path.is_dir()) {
            println!("cargo::rerun-if-changed={}", folder.display());
            let module = name(&folder);
            for file in entries(&folder) {
                let Some(part) = name(&file).strip_suffix(".js").map(str::to_owned) else { continue };
                if part.ends_with(".test") {
                    continue;
                }
                let own = format!("{group}/{module}");
                found.push((if part == module { own } else { format!("{own}/{part}") }, file));
            }
        }
    }
    found.sort();
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("a readable folder").path()).collect()
}

fn name(path: &Path) -> String {
    path.file_name().expect("entries have names").to_string_lossy().into_owned()
}

#[allow(unsafe_code)]
fn compile(ctx: &Ctx<'_>, id: &str, path: &Path) -> Vec<u8> {
    let body = fs::read_to_string(path).expect("a readable script");
    let source = CString::new(format!("(function (exports, require, module, native) {{{body}\n}})"))
        .expect("scripts hold no NUL");
    let label = CString::new(format!("node:{}", id.strip_prefix("node/").unwrap_or(id))).expect("no NUL");
    let flags = (qjs::JS_EVAL_TYPE_GLOBAL | qjs::JS_EVAL_FLAG_COMPILE_ONLY) as i32;
    let write = (qjs::JS_WRITE_OBJ_BYTECODE | qjs::JS_WRITE_OBJ_STRIP_SOURCE) as i32;
    // SAFETY: both strings outlive the calls, the context is locked, and the buffer that the engine hands out is copied
    // before it is freed with the engine's own function.
    unsafe {
        let raw = ctx.as_raw().as_ptr();
        let length = source.as_bytes().len();
        let function = qjs::JS_Eval(raw, source.as_ptr(), length as _, label.as_ptr(), flags);
        if qjs::JS_IsException(function) {
            let error = ctx.catch();
            let exception = error.as_exception().expect("a syntax error is an object");
            panic!(
                "{}: {}\n{}",
                path.display(),
                exception.message().unwrap_or_default(),
                exception.stack().unwrap_or_default()
            );
        }
        let mut size = 0;
        let buffer = qjs::JS_WriteObject(raw, &mut size, function, write);
        assert!(!buffer.is_null(), "{}: cannot be written as bytecode", path.display());
        let bytes = std::slice::from_raw_parts(buffer, size as usize).to_vec();
        qjs::js_free(raw, buffer.cast());
        qjs::JS_FreeValue(raw, function);
        bytes
    }
}
