use std::{
    env,
    process::{Command, Stdio},
};

/// In the order of the user's preference; source: gettext's manual, "The LANGUAGE variable" and "Locale Environment Variables".
pub(in super::super) fn locales() -> Vec<String> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let languages = env::var("LANGUAGE").unwrap_or_default();
    let languages = languages.split(':').filter(|language| !language.is_empty()).map(str::to_owned);
    languages.chain(locale).collect()
}

/// Source: xdg-settings(1).
pub(in super::super) fn set_protocol_client(scheme: String, desktop_file: String) -> bool {
    let status = xdg_settings("set", &scheme, &desktop_file).status();
    status.is_ok_and(|status| status.success())
}

pub(in super::super) fn is_protocol_client(scheme: String, desktop_file: String) -> bool {
    let output = xdg_settings("check", &scheme, &desktop_file).stdout(Stdio::piped()).output();
    output.is_ok_and(|output| output.status.success() && output.stdout.starts_with(b"yes"))
}

fn xdg_settings(verb: &str, scheme: &str, desktop_file: &str) -> Command {
    let mut command = Command::new("xdg-settings");
    command.args([verb, "default-url-scheme-handler", scheme, desktop_file]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}
