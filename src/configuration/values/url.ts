import { hostOfUrl, isLinkLocal, isLoopback } from "../../host.js";
import { error, type Problem } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";

interface UrlRules {
	/** Where plain http may lead. @default nowhere */
	readonly http?: "loopback" | "anywhere";
	/** `base`: neither query nor fragment; `origin`: no path either. @default anything */
	readonly parts?: "base" | "origin";
	/** @default true */
	readonly linkLocal?: false;
}

/** What is wrong with an address; never repeats it. */
export function urlProblems(address: string, rules: UrlRules = {}): readonly Problem[] {
	const wrong = (message: string) => [error("url", [], message)];
	const expected = rules.http === "anywhere" ? "expected http or https" : "expected https";
	if (/^[a-z][a-z0-9+.-]*:\/*[^/?#]*@/i.test(address)) {
		return wrong("has credentials in the URL; pass them as a secret of their own");
	}
	if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
		return wrong("has no scheme; expected an address such as https://host.example.com");
	}
	if (!/^https?:/i.test(address)) return wrong(`has another scheme; ${expected}`);
	const { value: target, problems } = hostOfUrl(address);
	if (!target) return problems;
	const found = [
		...clearText(target.scheme, target.host, rules),
		...surplusParts(address, rules),
		...metadataService(target.host, rules),
	];
	return found.slice(0, 1);
}

function clearText(scheme: string, host: string, rules: UrlRules): Problem[] {
	if (scheme === "https" || rules.http === "anywhere") return [];
	if (rules.http === undefined) return [error("clear-text", [], "is plain http; expected https")];
	if (isLoopback(host)) return [];
	const message = "is plain http to another machine; expected https, or http to this machine alone";
	return [error("clear-text", [], message)];
}

function surplusParts(address: string, rules: UrlRules): Problem[] {
	if (rules.parts === undefined) return [];
	if (address.includes("?")) return [error("url", [], "has a query; expected an address without one")];
	if (address.includes("#")) return [error("url", [], "has a fragment; expected an address without one")];
	if (rules.parts === "base" || new URL(address).pathname === "/") return [];
	return [error("url", [], "has a path; expected an origin such as https://host.example.com")];
}

/** Where clouds keep credentials for whoever asks. */
const metadataHosts = ["metadata.google.internal", "metadata.goog"];

function metadataService(host: string, rules: UrlRules): Problem[] {
	if (rules.linkLocal !== false || (!isLinkLocal(host) && !metadataHosts.includes(host))) return [];
	const message = "is a link-local or metadata address, which the app refuses; expected another host";
	return [error("metadata-address", [], message)];
}

export function url(rules?: UrlRules): TextShape {
	return text((address) => urlProblems(address, rules));
}

export const httpsUrl: TextShape = url();
/** What the app appends a path to. */
export const httpsBaseUrl: TextShape = url({ parts: "base" });
export const httpUrl: TextShape = url({ http: "anywhere" });
export const httpBaseUrl: TextShape = url({ http: "anywhere", parts: "base" });
