use serde::Serialize;
use serde_json::json;

use crate::parts::{BRIDGE, CODEC, ENVIRONMENT, EXECUTE, LINK, LOADER, PAGE, PORTABLE, Part, WEBKIT};
use crate::{Config, Preload, Script, Transport, World};

/// The parameters of a preload script's function; `isolated.js` writes the same.
const PARAMETERS: &str =
    "exports, require, module, __filename, __dirname, process, Buffer, global, setImmediate, clearImmediate";

/// Everything that a page with this configuration gets before its own scripts.
pub fn scripts(config: &Config) -> Vec<Script> {
    let transport = match config.transport {
        Transport::Webkit => WEBKIT,
        Transport::Portable => PORTABLE,
    };
    let transport: &[Part] = &[("transport/own", transport)];
    if config.context_isolation {
        let known = json!({ "key": config.key, "contextIsolation": true });
        return vec![
            page(bundle(&[BRIDGE, PAGE], "page", "start", &known)),
            isolated(bundle(&[BRIDGE, CODEC, LINK, transport, ENVIRONMENT], "isolated", "start", config)),
        ];
    }
    let known = json!({ "key": config.key, "token": config.token, "contextIsolation": false });
    let shown = Config { token: String::new(), preloads: Vec::new(), ..config.clone() };
    let mut scripts = vec![
        isolated(bundle(&[BRIDGE, CODEC, LINK, transport], "isolated", "start", &known)),
        page(bundle(&[BRIDGE, PAGE, CODEC, ENVIRONMENT], "page", "start", &shown)),
    ];
    let hook = format!("window[{}]", json!(config.key));
    for preload in &config.preloads {
        scripts.push(page(hooked(&hook, preload)));
        // Where that script could not be parsed, nobody called the hook.
        scripts.push(page(format!("{hook}.end({});", json!(preload.path))));
    }
    scripts.push(page(format!("{hook}.finish();")));
    scripts
}

/// The body of an async function that runs `code` in a world and returns its outcome as text: `V` and the value or `E`
/// and the error, as codec bytes in base64. `F` alone where the page's policy forbids `eval`: then
/// [`execute_expression`] is worth a try.
pub fn execute(code: &str) -> String {
    executed(&format!("() => (0, eval)({})", json!(code)))
}

/// As [`execute`], but for one expression, which no policy forbids; other code does not parse.
pub fn execute_expression(code: &str) -> String {
    executed(&format!("async () => (\n{code}\n)"))
}

fn executed(run: &str) -> String {
    let loader = loader(&[CODEC, EXECUTE]);
    format!("const {{ execute }} = ({loader})(\"execute\");\nreturn execute({run});")
}

fn isolated(source: String) -> Script {
    Script { world: World::Isolated, source }
}

fn page(source: String) -> Script {
    Script { world: World::Page, source }
}

/// Runs one function of one part with one argument, and leaves nothing behind.
fn bundle(groups: &[&[Part]], main: &str, function: &str, argument: &impl Serialize) -> String {
    // Twice: an object literal would take a `__proto__` for more than a name.
    let argument = json!(json!(argument).to_string());
    format!("({})({}).{function}(JSON.parse({argument}));", loader(groups), json!(main))
}

/// An expression: the loader's `load` over these parts.
fn loader(groups: &[&[Part]]) -> String {
    let mut out = String::from("() => {\nconst parts = { __proto__: null,\n");
    for (name, source) in groups.iter().copied().flatten() {
        out.push_str(&format!("{}(exports, require, module, window) {{ {source}}},\n", json!(name)));
    }
    out.push_str("};\nconst module = {};\n");
    out.push_str(LOADER);
    out.push_str("return module.exports(parts, globalThis);\n}");
    format!("({out})()")
}

fn hooked(hook: &str, Preload { path, source }: &Preload) -> String {
    let source = match source.strip_prefix("#!") {
        Some(rest) => rest.find('\n').map_or("", |end| &rest[end..]),
        None => source,
    };
    // A script that closes the function and goes on only confuses itself: it is the application's own.
    format!("{hook}({}, function ({PARAMETERS}) {{ {source}\n}});\n//# sourceURL={path}", json!(path))
}
