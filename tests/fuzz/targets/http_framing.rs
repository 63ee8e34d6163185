#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| main_process::fuzz::http_framing(data));
