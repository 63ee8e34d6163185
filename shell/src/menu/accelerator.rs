//! Electron's way of writing keys; source: Electron's page on keyboard shortcuts.

use muda::accelerator::{Accelerator, CMD_OR_CTRL, Code, Key, KeyAccelerator, Modifiers};

/// Keys by the place they have on a keyboard, or by the character they write where that place differs.
#[derive(Debug, PartialEq)]
pub(super) enum Shortcut {
    Place(Accelerator),
    Character(KeyAccelerator),
}

/// `None` for what is no accelerator: Electron shows such an item without one.
pub(super) fn parse(text: &str) -> Option<Shortcut> {
    let mut modifiers = Modifiers::empty();
    let mut key = None;
    for word in words(text) {
        match modifier(word) {
            Some(found) => modifiers |= found,
            None if key.is_none() => key = Some(word),
            None => return None,
        }
    }
    let key = key?;
    if let Some(code) = place(key) {
        return Some(Shortcut::Place(Accelerator::new(modifiers, code)));
    }
    let character = if key.eq_ignore_ascii_case("plus") { "+" } else { key };
    let written = character.chars().count() == 1 && !character.chars().all(char::is_whitespace);
    written.then(|| Shortcut::Character(KeyAccelerator::new(modifiers, Key::Character(character.into()))))
}

/// The parts between plus signs; a plus sign at the end is a key.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let text = text.trim();
    let (rest, plus) = match text.strip_suffix('+') {
        Some(rest) => (rest.trim_end_matches('+'), Some("+")),
        None => (text, None),
    };
    rest.split('+').map(str::trim).filter(|word| !word.is_empty()).chain(plus)
}

fn modifier(word: &str) -> Option<Modifiers> {
    Some(match word.to_ascii_lowercase().as_str() {
        "command" | "cmd" | "super" | "meta" => Modifiers::META,
        "control" | "ctrl" => Modifiers::CONTROL,
        "commandorcontrol" | "cmdorctrl" => CMD_OR_CTRL,
        "alt" | "option" => Modifiers::ALT,
        "altgr" => Modifiers::ALT | Modifiers::CONTROL,
        "shift" => Modifiers::SHIFT,
        _ => return None,
    })
}

const LETTERS: [Code; 26] = {
    use Code::*;
    [
        KeyA, KeyB, KeyC, KeyD, KeyE, KeyF, KeyG, KeyH, KeyI, KeyJ, KeyK, KeyL, KeyM, KeyN, KeyO, KeyP, KeyQ,
        KeyR, KeyS, KeyT, KeyU, KeyV, KeyW, KeyX, KeyY, KeyZ,
    ]
};
const DIGITS: [Code; 10] = {
    use Code::*;
    [Digit0, Digit1, Digit2, Digit3, Digit4, Digit5, Digit6, Digit7, Digit8, Digit9]
};
const NUMBER_PAD: [Code; 10] = {
    use Code::*;
    [Numpad0, Numpad1, Numpad2, Numpad3, Numpad4, Numpad5, Numpad6, Numpad7, Numpad8, Numpad9]
};
const FUNCTIONS: [Code; 24] = {
    use Code::*;
    [
        F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12, F13, F14, F15, F16, F17, F18, F19, F20, F21, F22,
        F23, F24,
    ]
};

fn place(word: &str) -> Option<Code> {
    let word = word.to_ascii_lowercase();
    match word.as_bytes() {
        [letter @ b'a'..=b'z'] => return LETTERS.get(usize::from(letter - b'a')).copied(),
        [digit @ b'0'..=b'9'] => return DIGITS.get(usize::from(digit - b'0')).copied(),
        [b'n', b'u', b'm', digit @ b'0'..=b'9'] => return NUMBER_PAD.get(usize::from(digit - b'0')).copied(),
        [b'f', number @ ..] if !number.is_empty() && number.iter().all(u8::is_ascii_digit) => {
            let number: usize = word[1..].parse().ok()?;
            return FUNCTIONS.get(number.checked_sub(1)?).copied();
        }
        _ => {}
    }
    named(&word)
}

fn named(word: &str) -> Option<Code> {
    Some(match word {
        "-" => Code::Minus,
        "=" => Code::Equal,
        "[" => Code::BracketLeft,
        "]" => Code::BracketRight,
        "\\" => Code::Backslash,
        ";" => Code::Semicolon,
        "'" => Code::Quote,
        "," => Code::Comma,
        "." => Code::Period,
        "/" => Code::Slash,
        "`" => Code::Backquote,
        "space" => Code::Space,
        "tab" => Code::Tab,
        "capslock" => Code::CapsLock,
        "numlock" => Code::NumLock,
        "scrolllock" => Code::ScrollLock,
        "backspace" => Code::Backspace,
        "delete" => Code::Delete,
        "insert" => Code::Insert,
        "return" | "enter" => Code::Enter,
        "up" => Code::ArrowUp,
        "down" => Code::ArrowDown,
        "left" => Code::ArrowLeft,
        "right" => Code::ArrowRight,
        "home" => Code::Home,
        "end" => Code::End,
        "pageup" => Code::PageUp,
        "pagedown" => Code::PageDown,
        "escape" | "esc" => Code::Escape,
        "volumeup" => Code::AudioVolumeUp,
        "volumedown" => Code::AudioVolumeDown,
        "volumemute" => Code::AudioVolumeMute,
        "medianexttrack" => Code::MediaTrackNext,
        "mediaprevioustrack" => Code::MediaTrackPrevious,
        "mediastop" => Code::MediaStop,
        "mediaplaypause" => Code::MediaPlayPause,
        "printscreen" => Code::PrintScreen,
        "numdec" => Code::NumpadDecimal,
        "numadd" => Code::NumpadAdd,
        "numsub" => Code::NumpadSubtract,
        "nummult" => Code::NumpadMultiply,
        "numdiv" => Code::NumpadDivide,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(modifiers: Modifiers, code: Code) -> Option<Shortcut> {
        Some(Shortcut::Place(Accelerator::new(modifiers, code)))
    }

    #[test]
    fn modifiers_come_in_any_order_and_case() {
        let expected = at(Modifiers::SHIFT | CMD_OR_CTRL, Code::KeyN);
        assert_eq!(parse("CmdOrCtrl+Shift+N"), expected);
        assert_eq!(parse("shift+COMMANDORCONTROL+n"), expected);
        assert_eq!(parse("Shift + CmdOrCtrl + N"), expected);
    }

    #[test]
    fn keys_have_electrons_names() {
        for (text, code) in
            [("F12", Code::F12), ("Esc", Code::Escape), ("num5", Code::Numpad5), ("Up", Code::ArrowUp)]
        {
            assert_eq!(parse(text), at(Modifiers::empty(), code), "{text}");
        }
    }

    #[test]
    fn a_plus_is_a_key_under_both_of_its_names() {
        let plus = Shortcut::Character(KeyAccelerator::new(Modifiers::CONTROL, Key::Character("+".into())));
        assert_eq!(parse("Ctrl+Plus").as_ref(), Some(&plus));
        assert_eq!(parse("Ctrl++").as_ref(), Some(&plus));
    }

    #[test]
    fn what_is_no_accelerator_is_none() {
        for text in ["", "Ctrl", "Ctrl+A+B", "Ctrl+Banana", "F99", "Ctrl+Shift"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
