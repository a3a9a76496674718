//! Reads a .lsrules file with the ls_rules crate and prints what it writes back, from which a misspelt key is missing and
//! in which an unknown word is another one.

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let text = std::fs::read_to_string(path).expect("a text");
    let group: ls_rules::LsRules = serde_json::from_str(&text).expect("a rule group");
    println!("{}", serde_json::to_string(&group).expect("json"));
}
