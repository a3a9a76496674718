import { hostOfUrl, isLinkLocal, isLoopback } from "../../host.js";
import { textWithout } from "./text.js";

interface UrlRules {
	/** Where plain http may lead. @default nowhere */
	readonly http?: "loopback" | "anywhere";
	/** `base`: neither query nor fragment; `origin`: no path either. @default anything */
	readonly parts?: "base" | "origin";
	/** @default true */
	readonly linkLocal?: false;
}

/** What is wrong with an address, or undefined; never repeats the address. */
export function urlProblem(text: string, rules: UrlRules = {}): string | undefined {
	const expected = rules.http === "anywhere" ? "expected http or https" : "expected https";
	if (/^[a-z][a-z0-9+.-]*:\/*[^/?#]*@/i.test(text))
		return "has credentials in the URL; pass them as a secret of their own";
	if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
		return "has no scheme; expected an address such as https://host.example.com";
	if (!/^https?:/i.test(text)) return `has another scheme; ${expected}`;
	const target = hostOfUrl(text);
	if ("problem" in target) return target.problem;
	return (
		httpProblem(target.scheme, target.host, rules) ?? partsProblem(text, rules) ?? linkLocalProblem(target.host, rules)
	);
}

function httpProblem(scheme: string, host: string, rules: UrlRules): string | undefined {
	if (scheme === "https" || rules.http === "anywhere") return undefined;
	if (rules.http === undefined) return "is plain http; expected https";
	return isLoopback(host)
		? undefined
		: "is plain http to another machine; expected https, or http to this machine alone";
}

function partsProblem(text: string, rules: UrlRules): string | undefined {
	if (rules.parts === undefined) return undefined;
	const url = new URL(text);
	if (text.includes("?")) return "has a query; expected an address without one";
	if (text.includes("#")) return "has a fragment; expected an address without one";
	if (rules.parts === "base" || url.pathname === "/") return undefined;
	return "has a path; expected an origin such as https://host.example.com";
}

/** Where clouds keep credentials for whoever asks. */
const metadataHosts = ["metadata.google.internal", "metadata.goog"];

function linkLocalProblem(host: string, rules: UrlRules): string | undefined {
	if (rules.linkLocal !== false || (!isLinkLocal(host) && !metadataHosts.includes(host))) return undefined;
	return "is a link-local or metadata address, which the app refuses; expected another host";
}

export function url(rules?: UrlRules) {
	return textWithout((text) => urlProblem(text, rules));
}

export const httpsUrl = url();
/** What the app appends a path to. */
export const httpsBaseUrl = url({ parts: "base" });
export const httpUrl = url({ http: "anywhere" });
export const httpBaseUrl = url({ http: "anywhere", parts: "base" });
