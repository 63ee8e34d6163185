use crate::{Place, assert_fails, told};

#[test]
fn the_answer_in_json_agrees_with_the_code() {
    for purpose in ["run", "build", "test", "package"] {
        let told = told(&mut Place::new().kaon(&["doctor", "--for", purpose, "--json"]));
        let report: serde_json::Value = serde_json::from_str(&told.out).unwrap();
        let missing = report["missing"].as_u64().unwrap();
        assert_eq!(told.code, Some(i32::from(missing > 0)), "{report:#}");
        assert_eq!(report["for"], purpose);
        let absent = report["needs"].as_array().unwrap().iter().filter(|need| need["present"] == false);
        assert_eq!(absent.count() as u64, missing);
    }
}

#[test]
fn packages_are_made_without_tools() {
    let told = told(&mut Place::new().kaon(&["doctor", "--for", "package"]));
    assert_eq!((told.code, told.out.as_str()), (Some(0), "Nothing is missing.\n"));
}

#[test]
fn yes_answers_a_question_that_fix_asks() {
    assert_fails(&mut Place::new().kaon(&["doctor", "--yes"]), 2, &["--fix"]);
    assert_fails(&mut Place::new().kaon(&["doctor", "--json", "--fix"]), 2, &["--fix"]);
}
