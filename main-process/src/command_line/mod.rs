//! The command line that `kaon-node` and the shell share, as Node reads it: `[flags] [entry] [args…]`.

mod flags;
mod words;

use std::{
    env,
    io::{IsTerminal, Write},
};

pub use flags::Flags;

use crate::Entry;

/// What the process says instead of running anything, and its exit code.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    text: String,
    code: i32,
}

impl Refusal {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// A command line that cannot be carried out: Node's code for that is 9.
    fn bad(text: impl AsRef<str>) -> Self {
        Self { text: format!("{}: {}", program(), text.as_ref()), code: 9 }
    }
}

/// A command line that was understood.
#[derive(Debug, PartialEq)]
pub struct Line {
    pub entry: Entry,
    /// What follows the entry in `process.argv`.
    pub args: Vec<String>,
    pub flags: Flags,
}

fn program() -> String {
    env::current_exe().unwrap_or_default().to_string_lossy().into_owned()
}

/// What to run, with the flags of `NODE_OPTIONS` before those of the command line.
///
/// # Errors
/// A [`Refusal`] for what is no flag, lacks its value or contradicts another; also for `--version` and `--help`.
pub fn parse(words: Vec<String>) -> Result<Line, Refusal> {
    let mut flags = Flags::default();
    flags.read_environment(&env::var("NODE_OPTIONS").unwrap_or_default())?;
    let mut rest = flags.read(words)?;
    if let Some(text) = flags.information() {
        return Err(Refusal { text, code: 0 });
    }
    flags.check()?;
    let entry = choose(&flags, &mut rest)?;
    Ok(Line { entry, args: rest, flags })
}

/// Flags that are for the whole process.
const OF_PROCESS: &[&str] = &["--title", "--redirect-warnings", "--v8-pool-size", "--trace-event-categories"];

/// The flags of a worker, or those of its words that are none.
pub(crate) fn worker_flags(words: &[String]) -> Result<Flags, Vec<String>> {
    let of_process = |word: &&String| OF_PROCESS.contains(&word.split('=').next().unwrap_or(word));
    let refused: Vec<String> = words.iter().filter(of_process).cloned().collect();
    if !refused.is_empty() {
        return Err(refused);
    }
    let mut flags = Flags::default();
    if flags.read(words.to_vec()).is_ok_and(|rest| rest.is_empty()) {
        return Ok(flags);
    }
    let alone = |word: &String| Flags::default().read(vec![word.clone()]).is_ok_and(|rest| rest.is_empty());
    Err(words.iter().filter(|word| !alone(word)).cloned().collect())
}

/// What is wrong with a `NODE_OPTIONS` text that a worker is to start with.
pub(crate) fn check_environment(text: &str) -> Option<String> {
    let refusal = Flags::default().read_environment(text).err()?;
    // Without the program's name, which goes before what the process itself says.
    Some(refusal.text().strip_prefix(&format!("{}: ", program())).unwrap_or(refusal.text()).to_owned())
}

/// The entry; what is left of `words` are its arguments.
fn choose(flags: &Flags, words: &mut Vec<String>) -> Result<Entry, Refusal> {
    if let Some(file) = flags.text("test-module") {
        return Ok(Entry::Test(file.into()));
    }
    if flags.is_set("test") {
        return Ok(Entry::Runner);
    }
    if let Some(source) = flags.text("eval") {
        return Ok(Entry::Text { source: source.to_owned(), print: flags.is_set("print") });
    }
    match words.first().map(String::as_str) {
        // The dash stays: a script sees it as its own name.
        Some("-") => Ok(Entry::Input),
        Some(_) if !flags.is_set("print") => Ok(Entry::Path(words.remove(0).into())),
        None if std::io::stdin().is_terminal() && !flags.is_set("check") => {
            Err(Refusal::bad("no script was named\nusage: kaon run <folder|file.js> [args]"))
        }
        _ => Ok(Entry::Input),
    }
}

/// Says what is wrong with a command line and returns the exit code for that.
pub fn complain(refusal: &Refusal) -> i32 {
    // With a closed stream there is nobody to tell.
    let _ = match refusal.code {
        0 => writeln!(std::io::stdout(), "{}", refusal.text),
        _ => writeln!(std::io::stderr(), "{}", refusal.text),
    };
    refusal.code
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &[&str]) -> Line {
        parse(words.iter().map(|word| (*word).to_owned()).collect()).unwrap()
    }

    fn refused(words: &[&str]) -> String {
        let refusal = parse(words.iter().map(|word| (*word).to_owned()).collect()).unwrap_err();
        refusal.text.split_once(": ").unwrap().1.to_owned()
    }

    #[test]
    fn flags_end_at_the_script_and_the_rest_is_its_own() {
        let line = line(&["--no-warnings", "-r", "./a.js", "--require=./b.js", "x.js", "--flag"]);
        assert_eq!(line.entry, Entry::Path("x.js".into()));
        assert_eq!(line.args, ["--flag"]);
        assert_eq!(line.flags.texts("require"), ["./a.js", "./b.js"]);
        assert_eq!(line.flags.text("warnings"), Some("false"));
        assert_eq!(line.flags.exec_args(), ["--no-warnings", "-r", "./a.js", "--require=./b.js"]);
    }

    #[test]
    fn source_text_is_an_entry_and_underscores_are_dashes() {
        let line = line(&["--stack_trace_limit=5", "-pe", "1 + 1", "a"]);
        assert_eq!(line.entry, Entry::Text { source: "1 + 1".into(), print: true });
        assert_eq!((line.args, line.flags.text("stack-trace-limit")), (vec!["a".into()], Some("5")));
    }

    #[test]
    fn what_is_no_flag_or_lacks_its_value_is_refused() {
        assert_eq!(refused(&["--nonsense", "x.js"]), "bad option: --nonsense");
        assert_eq!(refused(&["--eval"]), "--eval requires an argument");
        assert_eq!(refused(&["-c", "-e", "1"]), "either --check or --eval can be used, not both");
        assert!(refused(&["--inspect", "x.js"]).starts_with("--inspect is not supported"));
    }
}
