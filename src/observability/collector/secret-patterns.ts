export const mask = "<masked>";

/** What stands in the place of a credential: what was found before it, so that one still knows what was done. */
export const replacement = `\${1}${mask}`;

/** A value in a shell's line, in quotation marks or without, also where those stand inside of JSON. */
const value = String.raw`(?:\\?"[^"\\]*|'[^']*'?|(?:[^\s"'\\|;&]|\\\\)+)`;

/** What separates arguments, also inside of JSON. */
const gap = String.raw`(?:\s|\\[nrt])`;

/** What stands between a long option and its value, in a line or in a list of arguments. */
const then = String.raw`(?:=|${gap}+|\\*"\s*,\s*\\*")`;

/** The rest of a command before an option. */
const before = `[^|;&]*?${gap}`;

/** Names of what is secret, at the end of a longer name or alone. */
const names =
	"(?:password|passwd|passphrase|pwd|secret|token|credential|api[_-]?key|access[_-]?key|account[_-]?key|(?:secret|private|encryption|signing|master|shared)[_-]?key)s?";

/**
 * Credentials as they stand in prompts, arguments and outputs, in RE2: whole ones by their form, whatever a name beside it
 * calls a credential, and what known programs take for one. What a first group holds stays. Order matters: whole blocks
 * before what is inside.
 */
export const secretPatterns: readonly string[] = [
	String.raw`(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)`,
	String.raw`(?i)\b(?:bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}`,
	String.raw`(?i)(\bauthorization["'\\]*\s*[:=]\s*["'\\]*)(?:[a-z-]+\s+)?[^\s"'\\,;&]+`,
	String.raw`\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?`,
	String.raw`\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}`,
	String.raw`\bgh[opsur]_[A-Za-z0-9]{20,}`,
	String.raw`\bgithub_pat_[A-Za-z0-9_]{20,}`,
	String.raw`\bgl[a-z]{2,5}-[A-Za-z0-9_-]{16,}`,
	String.raw`\bxox[a-z]-[A-Za-z0-9-]{10,}`,
	String.raw`\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b`,
	String.raw`\bAIza[0-9A-Za-z_-]{30,}`,
	String.raw`\b(?:npm_|hf_|pul-|hvs\.|dop_v1_|ya29\.|GOCSPX-|ABSK|pypi-|dckr_[a-z]+_|rubygems_|shp[a-z]{2}_|ATATT|gl(?:sa|c)_|SG\.)[A-Za-z0-9._+/=-]{16,}`,
	// A short name alone stays; a token that stands for one is longer.
	String.raw`(://)(?:[^/\s:@"'\\]*:[^/\s@"'\\]+|[^/\s:@"'\\]{20,})@`,
	// Signatures of addresses that whoever has them may use
	String.raw`(?i)((?:[?&]|\\u0026)(?:sig|signature|x-(?:amz|goog)-signature)=)[^\s"'\\&]+`,
	String.raw`(\bhooks\.slack\.com/(?:services|workflows|triggers)/)[A-Za-z0-9/_-]+`,
	String.raw`(?i)(\bcookie["'\\]*\s*:\s*["'\\]*)[^"'\\\r\n]+`,
	`(?i)(\\bconvertto-securestring(?:${gap}+-[a-z]+)*${gap}+)${value}`,
	`(?i)((?:--|(?:^|${gap}|["'(])-)[a-z0-9-]*(?:${names}|pass)${then})${value}`,
	String.raw`(?i)(${names}["'\\]*\s*[:=]\s*\\*")[^"\\]{4,}`,
	String.raw`(?i)(${names}["'\\]*\s*[:=]\s*')[^'\\]{4,}`,
	String.raw`(?i)(${names}["'\\]*\s*[:=]\s*["'\\]*)[^\s"'\\,;&]{4,}`,
	`(?i)((?:\\b|_)(?:pass|psw)=)${value}`,
	// openssl's -passin and -passout
	String.raw`(\bpass:)[^\s"'\\]+`,
	`(\\bsshpass${before}-p${gap}*)${value}`,
	// A user's name, a colon and a password: -u, --user, --proxy-user
	String.raw`(\bcurl(?:\.exe)?\b${before}(?:-[A-Za-z#0-9]*[uU]${gap}*|--(?:proxy-)?user(?:=|${gap}+)))(?:\\?"[^"\\:]*:[^"\\]*|'[^':]*:[^']*'?|[^\s"'\\:|;&]+:[^\s"'\\|;&]+)`,
	`(\\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\\b${before}-p)${value}`,
	String.raw`(\bcurl(?:\.exe)?\b${before}(?:-b${gap}*|--cookie(?:=|${gap}+)))(?:\\?"[^"\\=]*=[^"\\]*|'[^'=]*=[^']*'?|[^\s"'\\=|;&]+=[^\s"'\\|;&]+)`,
	`(\\b(?:redis-cli|mongosh?|twine|vsce|ovsx|cqlsh)\\b${before}-[ap]${gap}+)${value}`,
	`(\\b(?:sqlcmd|mosquitto_pub|mosquitto_sub|ipmitool|zip|unzip)\\b${before}-P${gap}*)${value}`,
	`(\\bnuget\\b${before}-k${gap}+)${value}`,
	`(\\b(?:docker|podman|helm|oras|skopeo|crane|az|oc)\\b${before}login\\b${before}-p${gap}*)${value}`,
	`(\\bldap[a-z]+\\b${before}-w${gap}*)${value}`,
	String.raw`(\bsmbclient\b${before}-U${gap}*[^\s%]+%)[^\s"'\\]+`,
];
