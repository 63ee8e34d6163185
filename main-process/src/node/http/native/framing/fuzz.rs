use super::{Answer, Kind, Parser, Settings, Step};

/// Parses the bytes in one piece and in small ones: both must end, and must find the same.
pub(crate) fn fuzz(data: &[u8]) {
    let [options, size, stream @ ..] = data else { return };
    let kind = if options & 1 == 0 { Kind::Request } else { Kind::Response };
    let settings = Settings { kind, head_limit: 4096, lenient: options & 2 != 0 };
    // What is wrong in a line shows itself at its end.
    let stream = [stream, b"\r\n\r\n"].concat();
    let whole = found(settings, &stream, stream.len());
    let pieces = found(settings, &stream, usize::from(*size % 16) + 1);
    assert_eq!(whole, pieces, "how bytes are cut must not matter");
}

/// What a parser finds; bodies are joined, since they are cut as the stream is.
fn found(settings: Settings, stream: &[u8], size: usize) -> Vec<String> {
    let mut parser = Parser::new(settings);
    let mut seen: Vec<String> = Vec::new();
    'stream: for mut piece in stream.chunks(size) {
        loop {
            let (text, answers) = match parser.step(&mut piece) {
                Step::More => break,
                Step::Fault(_) => {
                    seen.push("fault".into());
                    break 'stream;
                }
                Step::Upgraded => break 'stream,
                Step::Head(head) => (format!("{head:?}"), true),
                Step::Body(bytes) => (format!("body {bytes:?}"), false),
                Step::Trailers(lines) => (format!("trailers {lines:?}"), false),
                Step::Complete => ("complete".into(), false),
            };
            match seen.last_mut() {
                Some(last) if last.starts_with("body") && text.starts_with("body") => {
                    last.push_str(&text[4..])
                }
                _ => seen.push(text),
            }
            if answers {
                parser.proceed(Answer::Normal);
            }
        }
    }
    let joined = |text: &String| text.replace("] [", ", ");
    seen.iter().map(joined).collect()
}
