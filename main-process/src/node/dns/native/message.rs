//! One question out, one answer in. Answers become rows that `records.js` makes objects of.

use std::net::{Ipv4Addr, Ipv6Addr};

use serde_json::{Value, json};
use simple_dns::{
    CLASS, Name, Packet, PacketFlag, QCLASS, QTYPE, Question, RCODE, ResourceRecord, TYPE, rdata::RData,
};

const TLSA: u16 = 52;

/// The bytes of a query, or c-ares' name for what is wrong with it.
pub(super) fn question(id: u16, name: &str, kind: &str) -> Result<Vec<u8>, &'static str> {
    let bare = name.strip_suffix('.').unwrap_or(name);
    if !bare.is_empty() && bare.split('.').any(str::is_empty) {
        return Err("EBADNAME");
    }
    let name = Name::new(bare).map_err(|_| "EBADNAME")?;
    let mut packet = Packet::new_query(id);
    packet.set_flags(PacketFlag::RECURSION_DESIRED);
    packet.questions.push(Question::new(name, type_of(kind)?, QCLASS::CLASS(CLASS::IN), false));
    packet.build_bytes_vec().map_err(|_| "EBADNAME")
}

fn type_of(kind: &str) -> Result<QTYPE, &'static str> {
    Ok(QTYPE::TYPE(match kind {
        "A" => TYPE::A,
        "AAAA" => TYPE::AAAA,
        "ANY" => return Ok(QTYPE::ANY),
        "CAA" => TYPE::CAA,
        "CNAME" => TYPE::CNAME,
        "MX" => TYPE::MX,
        "NAPTR" => TYPE::NAPTR,
        "NS" => TYPE::NS,
        "PTR" => TYPE::PTR,
        "SOA" => TYPE::SOA,
        "SRV" => TYPE::SRV,
        "TXT" => TYPE::TXT,
        "TLSA" => TYPE::Unknown(TLSA),
        _ => return Err("EBADQUERY"),
    }))
}

/// What a message says to a question.
pub(super) enum Answer {
    Rows(Vec<Value>),
    /// It did not fit; it does over a stream.
    Truncated,
    Refused(&'static str),
}

/// Nothing when the message is no answer to `query`: it may come from anybody, and the right one may yet arrive.
pub(super) fn answer(query: &[u8], message: &[u8]) -> Option<Answer> {
    // The type that is asked for stands at the same place in both.
    let place = query.len().checked_sub(4)?;
    if query.get(place..place + 2)? != TLSA.to_be_bytes() {
        return read(query, message, None);
    }
    // The crate reads records of types that it does not know, but not questions for them: these get another type first.
    let [query, message] = [query, message].map(|bytes| {
        let mut bytes = bytes.to_vec();
        let asked = bytes.get_mut(place..place + 2).filter(|asked| **asked == TLSA.to_be_bytes())?;
        asked.copy_from_slice(&u16::from(TYPE::A).to_be_bytes());
        Some(bytes)
    });
    read(&query?, &message?, Some(QTYPE::TYPE(TYPE::Unknown(TLSA))))
}

fn read(query: &[u8], message: &[u8], wanted: Option<QTYPE>) -> Option<Answer> {
    let asked = Packet::parse(query).ok()?;
    let packet = Packet::parse(message).ok()?;
    let same = |found: &Question<'_>, wanted: &Question<'_>| {
        found.qtype == wanted.qtype && found.qname.to_string().eq_ignore_ascii_case(&wanted.qname.to_string())
    };
    let fits = packet.id() == asked.id()
        && packet.has_flags(PacketFlag::RESPONSE)
        && packet.questions.len() == 1
        && same(&packet.questions[0], &asked.questions[0]);
    if !fits {
        return None;
    }
    if packet.has_flags(PacketFlag::TRUNCATION) {
        return Some(Answer::Truncated);
    }
    Some(match packet.rcode() {
        RCODE::NoError => rows(&packet.answers, wanted.unwrap_or(asked.questions[0].qtype)),
        RCODE::FormatError => Answer::Refused("EFORMERR"),
        RCODE::NameError => Answer::Refused("ENOTFOUND"),
        RCODE::NotImplemented => Answer::Refused("ENOTIMP"),
        RCODE::Refused => Answer::Refused("EREFUSED"),
        _ => Answer::Refused("ESERVFAIL"),
    })
}

fn rows(answers: &[ResourceRecord<'_>], wanted: QTYPE) -> Answer {
    let rows: Vec<Value> = answers
        .iter()
        .filter(|record| record.class == CLASS::IN)
        .filter(|record| wanted == QTYPE::ANY || wanted == QTYPE::TYPE(record.rdata.type_code()))
        .filter_map(row)
        .collect();
    if rows.is_empty() { Answer::Refused("ENODATA") } else { Answer::Rows(rows) }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn row(record: &ResourceRecord<'_>) -> Option<Value> {
    let ttl = record.ttl;
    Some(match &record.rdata {
        RData::A(a) => json!(["A", ttl, Ipv4Addr::from(a.address).to_string()]),
        RData::AAAA(a) => json!(["AAAA", ttl, Ipv6Addr::from(a.address).to_string()]),
        RData::NS(name) => json!(["NS", ttl, name.0.to_string()]),
        RData::CNAME(name) => json!(["CNAME", ttl, name.0.to_string()]),
        RData::PTR(name) => json!(["PTR", ttl, name.0.to_string()]),
        RData::MX(mx) => json!(["MX", ttl, mx.preference, mx.exchange.to_string()]),
        RData::SRV(srv) => json!(["SRV", ttl, srv.priority, srv.weight, srv.port, srv.target.to_string()]),
        RData::TXT(txt) => json!(["TXT", ttl, txt.iter_raw().map(entry).collect::<Vec<_>>()]),
        RData::CAA(caa) => {
            json!(["CAA", ttl, caa.flag, caa.tag.to_string(), text(&caa.value)])
        }
        RData::SOA(soa) => {
            let times = [soa.refresh, soa.retry, soa.expire].map(i32::cast_unsigned);
            let (server, keeper) = (soa.mname.to_string(), soa.rname.to_string());
            json!(["SOA", ttl, server, keeper, soa.serial, times[0], times[1], times[2], soa.minimum])
        }
        RData::NAPTR(naptr) => json!([
            "NAPTR",
            ttl,
            naptr.order,
            naptr.preference,
            naptr.flags.to_string(),
            naptr.services.to_string(),
            naptr.regexp.to_string(),
            naptr.replacement.to_string(),
        ]),
        RData::NULL(TLSA, raw) => {
            let [usage, selector, matching, data @ ..] = raw.get_data() else { return None };
            json!(["TLSA", ttl, usage, selector, matching, data])
        }
        _ => return None,
    })
}

/// The crate takes these strings for attributes; here they are text again.
fn entry((key, value): (&[u8], Option<&[u8]>)) -> String {
    value.map_or_else(|| text(key), |value| format!("{}={}", text(key), text(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_hole_is_none() {
        assert_eq!(question(1, "a..b", "A").unwrap_err(), "EBADNAME");
        assert_eq!(question(1, &"a".repeat(64), "A").unwrap_err(), "EBADNAME");
        assert!(question(1, "a.b.", "TLSA").is_ok());
    }

    #[test]
    fn garbage_is_no_answer() {
        let query = question(7, "a.b", "A").unwrap();
        assert!(answer(&query, &[]).is_none());
        assert!(answer(&query, &[0xff; 64]).is_none());
        assert!(answer(&query, &query).is_none(), "a question is no answer");
    }
}
