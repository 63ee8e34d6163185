use super::{Refusal, words};

mod table;

use table::{Kind, Place};

/// The flags that were given, by their long names without dashes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Flags {
    given: Vec<(String, Vec<String>)>,
    exec_args: Vec<String>,
}

impl Flags {
    /// Adds the flags of a `NODE_OPTIONS` text.
    pub(crate) fn read_environment(&mut self, text: &str) -> Result<(), Refusal> {
        let mut words = words::split(text)?.into_iter();
        while let Some(word) = words.next() {
            let (name, _) = long_name(&word);
            if !word.starts_with('-') || !table::allowed_in_environment(&name) {
                return Err(Refusal::bad(format!("{word} is not allowed in NODE_OPTIONS")));
            }
            self.read_flag(&word, &mut words)?;
        }
        Ok(())
    }

    /// Adds the flags that begin `words` and returns the words after them.
    pub(super) fn read(&mut self, words: Vec<String>) -> Result<Vec<String>, Refusal> {
        let all = words.clone();
        let mut words = words.into_iter();
        loop {
            let before = all.len() - words.len();
            let Some(word) = words.as_slice().first().cloned() else { break };
            if word == "-" || !word.starts_with('-') {
                break;
            }
            words.next();
            if word == "--" {
                break;
            }
            self.read_flag(&word, &mut words)?;
            self.exec_args.extend_from_slice(&all[before..all.len() - words.len()]);
        }
        Ok(words.collect())
    }

    fn read_flag(&mut self, word: &str, words: &mut std::vec::IntoIter<String>) -> Result<(), Refusal> {
        if word == "-p" || word == "--print" || word == "-pe" {
            self.set("print", "true");
            let source = words.as_slice().first().filter(|next| !next.starts_with('-'));
            return if source.is_some() || word == "-pe" {
                self.take("--eval", "eval", words)
            } else {
                Ok(())
            };
        }
        let (name, value) = long_name(word);
        if table::UNSUPPORTED.contains(&name.as_str()) {
            return Err(Refusal::bad(format!("{word} is not supported")));
        }
        let negated = name.strip_prefix("no-");
        match (table::kind(&name), negated.and_then(table::kind), value) {
            (Some(Kind::Switch), _, None) => self.set(&name, "true"),
            (Some(Kind::Switch), _, Some(_)) => {
                return Err(Refusal::bad(format!(
                    "{} is a boolean option and does not take an argument",
                    flag(word)
                )));
            }
            (None, Some(Kind::Switch), None) => self.set(name.trim_start_matches("no-"), "false"),
            (None, Some(Kind::Switch), Some(_)) => {
                return Err(Refusal::bad(format!(
                    "{} is an invalid negation because it is not a boolean option",
                    flag(word)
                )));
            }
            (Some(_), _, Some(value)) if !value.is_empty() => self.add(&name, value),
            (Some(_), _, Some(_)) => return Err(missing(word)),
            (Some(_), _, None) => return self.take(word, &name, words),
            (None, Some(_), _) => {
                return Err(Refusal::bad(format!(
                    "{} is an invalid negation because it is not a boolean option",
                    flag(word)
                )));
            }
            (None, None, _) if table::is_engine_flag(&name) => {}
            (None, None, _) => return Err(Refusal::bad(format!("bad option: {word}"))),
        }
        Ok(())
    }

    fn take(
        &mut self,
        word: &str,
        name: &str,
        words: &mut std::vec::IntoIter<String>,
    ) -> Result<(), Refusal> {
        let value = words.next().filter(|value| !value.starts_with('-') || value == "-");
        let value = value.ok_or_else(|| missing(word))?;
        self.add(name, value.strip_prefix('\\').filter(|rest| rest.starts_with('-')).unwrap_or(&value));
        Ok(())
    }

    fn add(&mut self, name: &str, value: &str) {
        match self.given.iter_mut().find(|(known, _)| known == name) {
            Some((_, values)) if table::kind(name) == Some(Kind::List) => values.push(value.to_owned()),
            _ => self.set(name, value),
        }
    }

    fn set(&mut self, name: &str, value: &str) {
        self.given.retain(|(known, _)| known != name);
        self.given.push((name.to_owned(), vec![value.to_owned()]));
    }

    /// Finds what no single flag shows to be wrong.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        let within = |name: &str, allowed: &[&str]| match self.text(name) {
            Some(value) if !allowed.contains(&value) => {
                Err(Refusal::bad(format!("invalid value for --{name}")))
            }
            _ => Ok(()),
        };
        if self.is_set("check") && (self.text("eval").is_some() || self.is_set("print")) {
            return Err(Refusal::bad("either --check or --eval can be used, not both"));
        }
        if self.is_set("test") && self.is_set("check") {
            return Err(Refusal::bad("either --test or --check can be used, not both"));
        }
        if self.is_set("test") && self.text("eval").is_some() {
            return Err(Refusal::bad("either --test or --eval can be used, not both"));
        }
        if let Some(type_) = self.text("input-type").filter(|type_| !["commonjs", "module"].contains(type_)) {
            return Err(Refusal::bad(format!(
                "--input-type must be \"module\" or \"commonjs\", not \"{type_}\""
            )));
        }
        within("unhandled-rejections", &["warn-with-error-code", "throw", "strict", "warn", "none"])?;
        within("dns-result-order", &["ipv4first", "ipv6first", "verbatim"])?;
        within("trace-require-module", &["all", "no-node-modules"])
    }

    /// What `--version` and its kin print.
    pub(super) fn information(&self) -> Option<String> {
        if self.is_set("version") {
            return Some(crate::NODE_VERSION.to_owned());
        }
        self.is_set("help").then(table::help)
    }

    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.text(name) == Some("true")
    }

    /// The last value of a flag.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.texts(name).last().map(String::as_str)
    }

    pub(crate) fn texts(&self, name: &str) -> &[String] {
        self.given.iter().find(|(known, _)| known == name).map_or(&[], |(_, values)| values)
    }

    pub(crate) fn all(&self) -> &[(String, Vec<String>)] {
        &self.given
    }

    /// The words that made these flags, as `process.execArgv` shows them.
    pub(crate) fn exec_args(&self) -> &[String] {
        &self.exec_args
    }

    /// Every flag that `NODE_OPTIONS` may hold.
    pub(crate) fn of_environment() -> Vec<String> {
        table::TABLE
            .iter()
            .filter(|(_, place, _)| *place == Place::Anywhere)
            .flat_map(|(kind, _, names)| names.split_whitespace().map(move |name| (*kind, name)))
            .flat_map(|(kind, name)| {
                let negative = (kind == Kind::Switch).then(|| format!("--no-{name}"));
                std::iter::once(format!("--{name}")).chain(negative)
            })
            .chain(table::ENGINE.iter().map(|name| format!("--{name}")))
            .chain(["-r".into(), "-C".into()])
            .collect()
    }
}

/// The word without its value.
fn flag(word: &str) -> &str {
    word.split_once('=').map_or(word, |(flag, _)| flag)
}

fn missing(word: &str) -> Refusal {
    Refusal::bad(format!("{word} requires an argument"))
}

/// `--a_b=c` is the flag `a-b` with the value `c`; short flags have long names.
fn long_name(word: &str) -> (String, Option<&str>) {
    if let Some((_, long)) = table::SHORT.iter().find(|(short, _)| *short == word) {
        return ((*long).to_owned(), None);
    }
    let Some(text) = word.strip_prefix("--") else { return (word.to_owned(), None) };
    let (name, value) = text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value)));
    let name = name.replace('_', "-");
    let alias = table::ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, name)| (*name).to_owned());
    (alias.unwrap_or(name), value)
}
