import { domainToASCII } from "node:url";
import ipaddr from "ipaddr.js";
import { parse as parseSuffix } from "tldts";
import { made, type Outcome, type Refused, refused } from "./outcome.js";
import { error } from "./problem.js";

/** A host name or IP address: lower case, A-labels, no trailing dot, no brackets. */
export interface HostName {
	readonly host: string;
}

/** Hosts as the app's lists name them. */
export interface HostPattern extends HostName {
	/** `subdomains`: written as `*.<host>`. What that covers besides is each list's own affair. */
	readonly match: "exact" | "subdomains";
	readonly port?: number;
}

/** The part of an address that says where it leads. */
export interface UrlHost extends HostName {
	/** Without the colon. */
	readonly scheme: "http" | "https";
	/** As written, or the scheme's own. */
	readonly port: number;
}

/** Letters, digits and inner hyphens, as RFC 1123 has them. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** The same with underscores, which names inside networks have. */
const looseLabel = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** Reads a host name or an IP address literal; IPv6 without brackets. */
export function parseHostName(text: string): Outcome<HostName> {
	return readHostName(text, label);
}

function readHostName(text: string, form: RegExp): Outcome<HostName> {
	if (text === "") return noHost("is empty; expected a host name");
	if (ipaddr.IPv6.isValid(text) && !text.includes("%")) return readIpv6(text);
	// domainToASCII reads its argument as the host of an address, and drops or decodes what does not fit there.
	const stray =
		/[\p{Cc}\s!"#$%&'()*+,/:;<=>?@[\\\]^`{|}~]/u.exec(text)?.[0] ??
		(form === label && text.includes("_") ? "_" : undefined);
	if (stray !== undefined)
		return noHost(`has ${nameCharacter(stray)}; a host name has letters, digits, hyphens and dots`);
	const name = text.endsWith(".") ? text.slice(0, -1) : text;
	const ascii = domainToASCII(name);
	if (isIpv4(ascii)) {
		return ascii === name
			? made({ host: ascii })
			: noHost("is an unusual form of an IP address; write four decimal numbers");
	}
	const host = ascii === "" ? name.toLowerCase() : ascii;
	const labels = host.split(".");
	if (labels.includes("")) return noHost("has an empty label; write the dots only between labels");
	if (host.length > 253) return noHost("is longer than 253 characters, which no host name is");
	if (labels.some((part) => part.length > 63)) return noHost("has a label longer than 63 characters");
	if (ascii === "" || !labels.every((part) => form.test(part))) {
		return noHost("is no host name; labels start and end with a letter or digit");
	}
	return made({ host });
}

/** Devices reach an IPv4 address in either form, while rule sets know it in one. */
function readIpv6(text: string): Outcome<HostName> {
	const address = ipaddr.IPv6.parse(text);
	if (!address.isIPv4MappedAddress()) return made({ host: address.toString() });
	return noHost(`is an IPv4 address inside an IPv6 one; write ${address.toIPv4Address().toString()}`);
}

/**
 * Reads `host`, `*.host`, `host:port` or an IPv4 address as lists for the device hold it, where the app compares text
 * with text; a bare `*` is for the caller to know.
 */
export function parseHostPattern(text: string): Outcome<HostPattern> {
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return noHost("has a scheme; write the host alone");
	if (/[/?#]/.test(text)) return noHost("has a path; write the host alone");
	if (/^\[|:.*:/.test(text)) return noHost("is an IPv6 address, which the app does not match; write a host name");
	const [, name = text, digits] = /^(.*):([^:]*)$/.exec(text) ?? [];
	const port = digits === undefined ? undefined : portOf(digits);
	if (port === "invalid") return noHost("has an invalid port; expected 1 to 65535 without leading zeros");
	const wild = name.startsWith("*.");
	const base = wild ? name.slice(2) : name;
	if (base.includes("*"))
		return noHost("has a wildcard inside; expected it as the whole first label, as in *.example.com");
	const parsed = readHostName(base, looseLabel);
	if (!parsed.value) return parsed;
	const { host } = parsed.value;
	if (host !== base.toLowerCase()) {
		const spelling = `${wild ? "*." : ""}${host}${port === undefined ? "" : `:${port}`}`;
		return refused(error("host-spelling", [], `is not written as the app matches it; write ${spelling}`));
	}
	if (wild && isAddress(host)) return noHost("is a wildcard over an IP address; write each address");
	if (wild && isPublicSuffix(host)) {
		return noHost("is a wildcard over a public suffix; name the domain, as in *.example.com");
	}
	return made({ host, match: wild ? "subdomains" : "exact", ...(port !== undefined && { port }) });
}

/** Where an http or https address leads; strict about how it is written. */
export function hostOfUrl(text: string): Outcome<UrlHost> {
	const [, scheme, authority] = /^(https?):\/\/([^/?#\s\\]+)(?:[/?#][^\s\\]*)?$/i.exec(text) ?? [];
	if (scheme === undefined || authority === undefined || !URL.canParse(text)) {
		return refused(error("url", [], "is no address; expected one such as https://host.example.com"));
	}
	const written = authority.slice(authority.lastIndexOf("@") + 1);
	const [, name = written, digits] = /^(.*):(\d*)$/.exec(written) ?? [];
	const port = digits === undefined ? undefined : portOf(digits);
	if (port === "invalid")
		return refused(error("url", [], "has an invalid port; expected 1 to 65535 without leading zeros"));
	const parsed = parseHostName(/^\[.*\]$/.test(name) ? name.slice(1, -1) : name);
	if (!parsed.value) {
		return refused(...parsed.problems.map((problem) => ({ ...problem, message: `its host ${problem.message}` })));
	}
	const secure = scheme.toLowerCase() === "https";
	return made({ host: parsed.value.host, scheme: secure ? "https" : "http", port: port ?? (secure ? 443 : 80) });
}

/** Whether a host is this machine; brackets around IPv6 are as good as none. */
export function isLoopback(host: string): boolean {
	// Most hosts are neither an address nor called so, which one look tells.
	if (!/^[\d[]|:|localhost\.?$/i.test(host)) return false;
	const name = host
		.toLowerCase()
		.replace(/^\[(.*)\]$/, "$1")
		.replace(/\.$/, "");
	if (name === "localhost" || name.endsWith(".localhost")) return true;
	return rangeOf(name) === "loopback";
}

/** Whether a host is an address that never leaves its link, where clouds keep their metadata services. */
export function isLinkLocal(host: string): boolean {
	return rangeOf(host) === "linkLocal";
}

/** Whether a host is an IP address literal. */
export function isAddress(host: string): boolean {
	return rangeOf(host) !== undefined;
}

function rangeOf(host: string): string | undefined {
	if (!isIpv4(host) && !ipaddr.IPv6.isValid(host)) return undefined;
	// process() reads an IPv4 address inside an IPv6 one as what it is.
	return ipaddr.process(host).range();
}

/** The library says no by an exception, which costs more than all else about a host; a name is told apart sooner. */
function isIpv4(text: string): boolean {
	return /^[\d.]+$/.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** Whether names below a host belong to strangers. Unlisted top labels, such as `corp`, are an organisation's own. */
function isPublicSuffix(host: string): boolean {
	const { publicSuffix, isIcann } = parseSuffix(host);
	return isIcann === true && publicSuffix === host;
}

/** Whether those who sign up at the owner of a name get names below it, as below `github.io`. */
export function isSharedSuffix(host: string): boolean {
	const { publicSuffix, isPrivate } = parseSuffix(host, { allowPrivateDomains: true });
	return isPrivate === true && publicSuffix === host;
}

function portOf(digits: string): number | "invalid" {
	const port = /^[1-9]\d{0,4}$/.test(digits) ? Number(digits) : 0;
	return port >= 1 && port <= 65535 ? port : "invalid";
}

function noHost(message: string): Refused {
	return refused(error("host-name", [], message));
}

function nameCharacter(character: string): string {
	if (/\s|\p{Cc}/u.test(character)) return "white space";
	return `"${character}"`;
}
