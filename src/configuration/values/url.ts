import { hostOfUrl, isLinkLocal, isLoopback } from "../../host.js";
import { error, isError, type Problem, warning } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";

interface UrlRules {
	/**
	 * Where plain http may lead. `loopback` is this machine by the three names that the app takes for it;
	 * `loopback-warned` the same where the documentation says https alone. @default nowhere
	 */
	readonly http?: "loopback" | "loopback-warned" | "anywhere";
	/** `base`: neither query nor fragment; `origin`: no path either. @default anything */
	readonly parts?: "base" | "origin";
	/** Ends of a path that the app appends itself. @default none */
	readonly appended?: readonly string[];
	/** @default true */
	readonly linkLocal?: false;
	/** Whether it may lead to this machine. @default true */
	readonly loopback?: false;
	/** Where credentials belong instead, after a semicolon. @default in a secret of their own */
	readonly credentials?: string;
}

/** Whether a user or a password stands before the host. */
export function hasCredentials(address: string): boolean {
	return /^[a-z][a-z0-9+.-]*:\/*[^/?#]*@/i.test(address);
}

/** What is wrong with an address; never repeats it. */
export function urlProblems(address: string, rules: UrlRules = {}): readonly Problem[] {
	const wrong = (message: string) => [error("url", [], message)];
	const expected = rules.http === "anywhere" ? "expected http or https" : "expected https";
	if (hasCredentials(address)) {
		const { credentials = "pass them as a secret of their own" } = rules;
		return wrong(`has credentials in the URL; ${credentials}`);
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
		...appendedPath(address, rules),
		...refusedHost(target.host, rules),
	];
	const first = found.find(isError);
	return first ? [first] : found;
}

/** The names by which the app knows this machine where it takes plain http to it. */
const thisMachine = ["127.0.0.1", "localhost", "::1"];

function clearText(scheme: string, host: string, { http }: UrlRules): Problem[] {
	if (scheme === "https" || http === "anywhere") return [];
	if (http === undefined) return [error("clear-text", [], "is plain http; expected https")];
	if (!thisMachine.includes(host)) {
		const message = "is plain http to another machine; expected https, or http to 127.0.0.1, localhost or [::1]";
		return [error("clear-text", [], message)];
	}
	if (http === "loopback") return [];
	const message =
		"is plain http to this machine, which the app takes while its documentation says https; for tests alone";
	return [warning("clear-text-on-device", [], message)];
}

function surplusParts(address: string, rules: UrlRules): Problem[] {
	if (rules.parts === undefined) return [];
	if (address.includes("?")) return [error("url", [], "has a query; expected an address without one")];
	if (address.includes("#")) return [error("url", [], "has a fragment; expected an address without one")];
	if (rules.parts === "base" || new URL(address).pathname === "/") return [];
	return [error("url", [], "has a path; expected an origin such as https://host.example.com")];
}

function appendedPath(address: string, { appended = [] }: UrlRules): Problem[] {
	if (appended.length === 0) return [];
	const path = new URL(address).pathname.replace(/\/$/, "");
	const end = appended.find((each) => path.endsWith(each));
	if (end === undefined) return [];
	return [error("appended-path", [], `ends in ${end}, which the app appends itself; give the address without it`)];
}

/** Where clouds keep credentials for whoever asks. */
const metadataHosts = ["metadata.google.internal", "metadata.goog"];

function refusedHost(host: string, rules: UrlRules): Problem[] {
	if (rules.loopback === false && isLoopback(host)) {
		return [error("loopback-address", [], "leads to this machine, which the app refuses; expected another host")];
	}
	if (rules.linkLocal !== false || (!isLinkLocal(host) && !metadataHosts.includes(host))) return [];
	const message = "is a link-local or metadata address, which the app refuses; expected another host";
	return [error("metadata-address", [], message)];
}

export function url(rules?: UrlRules): TextShape {
	return text((address) => urlProblems(address, rules));
}

export const httpsUrl: TextShape = url();
export const httpUrl: TextShape = url({ http: "anywhere" });
/** What the app appends a path to. */
const httpBaseUrl: TextShape = url({ http: "anywhere", parts: "base" });
/** An address of the organisation's, or for tests of the device itself. */
export const httpsOrLoopbackUrl: TextShape = url({ http: "loopback-warned" });

/** Where inference goes: from 1.32352.0 apps refuse plain http, to this machine too. */
export const inferenceBaseUrl: TextShape = {
	...httpBaseUrl,
	someVersions: [
		{
			code: "clear-text",
			versions: { since: "1.32352.0" },
			concerns: (address) => typeof address === "string" && /^http:/i.test(address),
			message: "is plain http, which apps from 1.32352.0 refuse",
		},
	],
};
