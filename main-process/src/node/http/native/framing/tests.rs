use super::*;

fn settings(kind: Kind) -> Settings {
    Settings { kind, head_limit: 16 * 1024, lenient: false }
}

/// What a parser finds in a stream, in words; a fault ends it.
fn found(settings: Settings, stream: &str, size: usize) -> String {
    let mut parser = Parser::new(settings);
    let mut out: Vec<String> = Vec::new();
    for mut piece in stream.as_bytes().chunks(size) {
        loop {
            let word = match parser.step(&mut piece) {
                Step::More => break,
                Step::Fault(fault) => {
                    out.push(fault.code.to_owned());
                    return out.join(" ");
                }
                Step::Upgraded => {
                    out.push(format!("upgraded:{}", String::from_utf8_lossy(piece)));
                    return out.join(" ");
                }
                Step::Head(head) => {
                    let text = if settings.kind == Kind::Request {
                        format!("{}:{}", METHODS[head.method], String::from_utf8_lossy(&head.target))
                    } else {
                        head.status.to_string()
                    };
                    let answer = if head.upgrade { Answer::Upgrade } else { Answer::Normal };
                    parser.proceed(answer);
                    text
                }
                Step::Body(bytes) => format!("body:{}", String::from_utf8_lossy(bytes)),
                Step::Trailers(lines) => format!("trailers:{}", String::from_utf8_lossy(&lines).trim_end()),
                Step::Complete => "complete".to_owned(),
            };
            match (out.last_mut(), word.strip_prefix("body:")) {
                (Some(last), Some(more)) if last.starts_with("body:") => last.push_str(more),
                _ => out.push(word),
            }
        }
    }
    match parser.finish() {
        Ok(true) => out.push("ended".to_owned()),
        Ok(false) => {}
        Err(fault) => out.push(fault.code.to_owned()),
    }
    out.join(" ")
}

/// However the stream is cut, the same is found.
#[track_caller]
fn check(kind: Kind, stream: &str, expected: &str) {
    for size in [usize::MAX, 1, 2, 3, 7] {
        assert_eq!(
            found(settings(kind), stream, size.min(stream.len())),
            expected,
            "{stream:?} in pieces of {size}"
        );
    }
}

#[track_caller]
fn request(stream: &str, expected: &str) {
    check(Kind::Request, stream, expected);
}

#[track_caller]
fn response(stream: &str, expected: &str) {
    check(Kind::Response, stream, expected);
}

const START: &str = "GET / HTTP/1.1\r\n";
const POST: &str = "POST / HTTP/1.1\r\n";

#[test]
fn requests_without_a_body_follow_each_other() {
    request("GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /b HTTP/1.1\r\n\r\n", "GET:/a HEAD:/b");
    request("\r\n\nGET / HTTP/1.1\r\n\r\n\r\nGET /c HTTP/1.1\r\n\r\n", "GET:/ GET:/c");
}

#[test]
fn a_body_is_as_long_as_it_says() {
    request(&format!("{POST}Content-Length: 3\r\n\r\nabc{START}\r\n"), "POST:/ body:abc complete GET:/");
    request(&format!("{POST}Content-Length: 3\r\n\r\nab"), "POST:/ body:ab HPE_INVALID_EOF_STATE");
}

#[test]
fn what_says_no_length_ends_with_the_connection_if_it_is_a_response() {
    response("HTTP/1.1 200 OK\r\n\r\nabc", "200 body:abc ended");
    response("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc", "200 body:abc ended");
    response("HTTP/1.1 204 No\r\n\r\nHTTP/1.1 304 No\r\nContent-Length: 5\r\n\r\n", "204 304");
    response(
        "HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 200\r\nContent-Length: 1\r\n\r\na",
        "103 200 body:a complete",
    );
}

#[test]
fn chunks_are_joined_and_may_have_extensions_and_trailers() {
    let head = format!("{POST}Transfer-Encoding: chunked\r\n\r\n");
    request(
        &format!("{head}3;a=b;c=\"d;\\\"\"\r\nabc\r\n1\r\nd\r\n0\r\n\r\n{START}\r\n"),
        "POST:/ body:abcd complete GET:/",
    );
    request(&format!("{head}0\r\nA: b\r\nC: d\r\n\r\n"), "POST:/ trailers:A: b\r\nC: d complete");
}

#[test]
fn chunks_that_are_wrong_in_any_way_are_refused() {
    let head = format!("{POST}Transfer-Encoding: chunked\r\n\r\n");
    for (chunk, code) in [
        ("3 \r\nabc", "HPE_INVALID_CHUNK_SIZE"),
        ("x\r\n", "HPE_INVALID_CHUNK_SIZE"),
        ("-1\r\n", "HPE_INVALID_CHUNK_SIZE"),
        ("\r\nabc", "HPE_INVALID_CHUNK_SIZE"),
        ("FFFFFFFFFFFFFFFFF\r\n", "HPE_INVALID_CHUNK_SIZE"),
        ("3\nabc", "HPE_CR_EXPECTED"),
        ("3\rabc", "HPE_STRICT"),
        ("3; a\r\nabc", "HPE_STRICT"),
        ("3;a\nb\r\nabc", "HPE_CR_EXPECTED"),
    ] {
        request(&format!("{head}{chunk}"), &format!("POST:/ {code}"));
    }
    request(&format!("{head}3\r\nabcd"), "POST:/ body:abc HPE_STRICT");
    request(&format!("{head}3\r\nabc\n0"), "POST:/ body:abc HPE_CR_EXPECTED");
    request(&format!("{head}0\r\nContent-Length: 3\r\n\r\n"), "POST:/ HPE_INVALID_CONTENT_LENGTH");
    let long = "a".repeat(20_000);
    request(&format!("{head}3;{long}\r\nabc"), "POST:/ HPE_CHUNK_EXTENSIONS_OVERFLOW");
}

#[test]
fn two_readings_of_a_length_are_refused() {
    for (fields, code) in [
        ("Content-Length: 3\r\nContent-Length: 3", "HPE_UNEXPECTED_CONTENT_LENGTH"),
        ("Content-Length: +3", "HPE_INVALID_CONTENT_LENGTH"),
        ("Content-Length: 3, 3", "HPE_INVALID_CONTENT_LENGTH"),
        ("Content-Length: ", "HPE_INVALID_CONTENT_LENGTH"),
        ("Content-Length: 99999999999999999999", "HPE_INVALID_CONTENT_LENGTH"),
        ("Content-Length: 3\r\nTransfer-Encoding: chunked", "HPE_INVALID_TRANSFER_ENCODING"),
        ("Transfer-Encoding: chunked\r\nContent-Length: 3", "HPE_INVALID_CONTENT_LENGTH"),
        ("Transfer-Encoding: chunked, gzip", "HPE_INVALID_TRANSFER_ENCODING"),
        ("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "HPE_INVALID_TRANSFER_ENCODING"),
    ] {
        request(&format!("{POST}{fields}\r\n\r\n"), code);
    }
    request(&format!("{POST}Transfer-Encoding: identity\r\n\r\n"), "POST:/ HPE_INVALID_TRANSFER_ENCODING");
    request(&format!("{POST}Transfer-Encoding: xchunked\r\n\r\n"), "POST:/ HPE_INVALID_TRANSFER_ENCODING");
    response(
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HPE_INVALID_TRANSFER_ENCODING",
    );
}

#[test]
fn fields_that_are_wrong_in_any_way_are_refused() {
    for (field, code) in [
        ("A b: c", "HPE_INVALID_HEADER_TOKEN"),
        ("A : b", "HPE_INVALID_HEADER_TOKEN"),
        (": b", "HPE_INVALID_HEADER_TOKEN"),
        ("A", "HPE_INVALID_HEADER_TOKEN"),
        (" A: b", "HPE_UNEXPECTED_SPACE"),
        ("A: b\r\n c", "HPE_INVALID_HEADER_TOKEN"),
        ("A: \u{0}", "HPE_INVALID_HEADER_TOKEN"),
        ("A: b\nC: d", "HPE_CR_EXPECTED"),
        ("A: b\rC: d", "HPE_LF_EXPECTED"),
    ] {
        request(&format!("{START}{field}\r\n\r\n"), code);
        response(&format!("HTTP/1.1 200 OK\r\n{field}\r\n\r\n"), code);
    }
}

#[test]
fn first_lines_that_are_wrong_in_any_way_are_refused() {
    for (line, code) in [
        ("BAD / HTTP/1.1", "HPE_INVALID_METHOD"),
        ("get / HTTP/1.1", "HPE_INVALID_METHOD"),
        ("GETX / HTTP/1.1", "HPE_INVALID_METHOD"),
        ("GET foo HTTP/1.1", "HPE_INVALID_URL"),
        ("GET /\u{0} HTTP/1.1", "HPE_INVALID_URL"),
        ("GET /a b HTTP/1.1", "HPE_INVALID_CONSTANT"),
        ("GET / HTTP/1.2", "HPE_INVALID_VERSION"),
        ("GET / HTTP/1.1 ", "HPE_INVALID_VERSION"),
        ("GET / HTTP/1.1\n", "HPE_INVALID_VERSION"),
    ] {
        request(&format!("{line}\r\n\r\n"), code);
    }
    for (line, code) in [
        ("HTTPX 200 OK", "HPE_INVALID_CONSTANT"),
        ("HTTP/1.1 20", "HPE_INVALID_STATUS"),
        ("HTTP/1.1 2000 OK", "HPE_INVALID_STATUS"),
        ("HTTP/1.1 200 OK\n", "HPE_CR_EXPECTED"),
    ] {
        response(&format!("{line}\r\n\r\n"), code);
    }
}

#[test]
fn nothing_follows_the_last_message_of_a_connection() {
    request(&format!("{START}Connection: close\r\n\r\n\r\n{START}\r\n"), "GET:/ HPE_CLOSED_CONNECTION");
    request("GET / HTTP/1.0\r\n\r\nX", "GET:/ HPE_CLOSED_CONNECTION");
    request("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /b HTTP/1.0\r\n\r\n", "GET:/ GET:/b");
}

#[test]
fn behind_an_upgrade_comes_another_protocol() {
    let upgrade = "Connection: upgrade\r\nUpgrade: ws\r\n\r\nrest";
    for (kind, stream, expected) in [
        (Kind::Request, format!("{START}{upgrade}"), "GET:/ upgraded:rest"),
        (Kind::Request, "CONNECT a:1 HTTP/1.1\r\n\r\nrest".to_owned(), "CONNECT:a:1 upgraded:rest"),
        (Kind::Response, format!("HTTP/1.1 101 SP\r\n{upgrade}"), "101 upgraded:rest"),
    ] {
        assert_eq!(found(settings(kind), &stream, stream.len()), expected);
    }
}

#[test]
fn a_head_has_its_limit() {
    let long = "b".repeat(17 * 1024);
    request(&format!("{START}A: {long}\r\n\r\n"), "HPE_HEADER_OVERFLOW");
    request(&format!("{START}A: {long}"), "HPE_HEADER_OVERFLOW");
    response(&format!("HTTP/1.1 200 OK\r\nA: {long}"), "HPE_HEADER_OVERFLOW");
    let many = "A: b\r\n".repeat(500);
    request(&format!("{START}{many}\r\n"), "GET:/");
}

#[test]
fn leniently_a_head_may_be_folded_and_have_any_value() {
    let lenient = Settings { lenient: true, ..settings(Kind::Request) };
    let stream = "GET / HTTP/1.1\nA: \u{8}b\r\n c\nContent-Length: 1\nTransfer-Encoding: chunked\r\n\r\n1\na\n0\r\n\r\n";
    assert_eq!(found(lenient, stream, stream.len()), "GET:/ body:a complete");
}
