//! Colours as Electron writes them.

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Color {
    pub(crate) red: f64,
    pub(crate) green: f64,
    pub(crate) blue: f64,
    pub(crate) alpha: f64,
}

const WHITE: Color = Color { red: 1.0, green: 1.0, blue: 1.0, alpha: 1.0 };

impl Color {
    /// `#RGB`, `#ARGB`, `#RRGGBB` and `#AARRGGBB`; anything else is white, as a window without a colour.
    pub(crate) fn parse(text: &str) -> Self {
        let digits = text
            .trim()
            .strip_prefix('#')
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let Some(digits) = digits else { return WHITE };
        let doubled = || digits.chars().flat_map(|digit| [digit, digit]).collect::<String>();
        let digits = if digits.len() <= 4 { doubled() } else { digits.to_owned() };
        let digits = if digits.len() == 6 { format!("ff{digits}") } else { digits };
        let Ok(number) = u32::from_str_radix(&digits, 16) else { return WHITE };
        if digits.len() != 8 {
            return WHITE;
        }
        let [alpha, red, green, blue] = number.to_be_bytes().map(|part| f64::from(part) / 255.0);
        Self { red, green, blue, alpha }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alpha_comes_first() {
        assert_eq!(
            Color::parse("#80FF0000"),
            Color { red: 1.0, green: 0.0, blue: 0.0, alpha: 128.0 / 255.0 }
        );
        assert_eq!(Color::parse("#0f0"), Color { red: 0.0, green: 1.0, blue: 0.0, alpha: 1.0 });
    }

    #[test]
    fn what_is_no_color_is_white() {
        for text in ["", "#", "#12345", "#gggggg", "transparent?"] {
            assert_eq!(Color::parse(text), WHITE, "{text}");
        }
    }
}
