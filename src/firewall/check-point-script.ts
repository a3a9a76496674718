import { isAddress } from "../host.js";
import type { RuleRequest } from "./backend.js";
import type { CheckPointOptions } from "./check-point.js";
import { type Cells, line, type RuleCall, ruleCalls, shellFunctions } from "./check-point-calls.js";
import { commentOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { ownerName } from "./owner-name.js";
import { type PortHosts, plannedNames } from "./port-hosts.js";

/** Rules that a rule set has for ports, so that a revision can delete all of them that an earlier one may have added. */
export const mostPorts = 8;

const introduction = [
	"# First mgmt_cli login user ADMINISTRATOR > id.txt, then this script, with SID=FILE for another session file.",
	"# It publishes nothing, and ends at the first call that is refused: mgmt_cli discard -s id.txt undoes all of it.",
	"# mgmt_cli publish -s id.txt, and an installation of the policy, make it hold.",
];

/** Calls of the management API as a script for a POSIX shell: https://sc1.checkpoint.com/documents/latest/APIs/ */
export function checkPointScript(
	request: RuleRequest,
	options: CheckPointOptions,
	ports: readonly PortHosts[],
	below: ReadonlySet<string>,
): string[] {
	const prefix = `claude_${ownerName(request, "_")}`;
	const slots = Array.from({ length: mostPorts }, (_, index) => `${prefix}_${index + 1}`);
	const [denied, rest, bypass] = [`${prefix}_denied`, `${prefix}_rest`, `${prefix}_bypass`];
	const { layer = "Network", httpsLayer } = options;
	return [
		"#!/bin/sh",
		`# ${titleOf(request)}.`,
		...introduction,
		...shellFunctions(prefix),
		"",
		"# Rules of earlier revisions.",
		...[...slots, denied, rest].map((name) => line("gone", "access-rule", name, layer)),
		...(httpsLayer === undefined ? [] : [line("gone", "https-rule", bypass, httpsLayer)]),
		"",
		"# Objects.",
		...objects(prefix, request, ports, below),
		"",
		"# Rules.",
		...rules(request, options, { prefix, slots, denied, rest, bypass }, ports).flatMap(ruleCalls),
	];
}

interface Names {
	readonly prefix: string;
	readonly slots: readonly string[];
	readonly denied: string;
	readonly rest: string;
	readonly bypass: string;
}

function rules(
	request: RuleRequest,
	options: CheckPointOptions,
	names: Names,
	ports: readonly PortHosts[],
): RuleCall[] {
	const { layer = "Network", above = "Cleanup rule", httpsLayer, denyRest = false } = options;
	const source = (request.clients ?? []).map((network) => objectName(names.prefix, network));
	const targets = (some: readonly string[]) => some.map((name) => targetName(names.prefix, name));
	const comments = ["comments", titleOf(request)];
	const access = (name: string, action: string, cells: Omit<Cells, "source">): RuleCall => ({
		kind: "access-rule",
		layer,
		place: ["position.above", above],
		name,
		cells: { source, ...cells },
		more: ["action", action, "track.type", "Log", ...comments],
	});
	const denied = (request.denied ?? []).map(({ host }) => host);
	const openings = ports.map((of, index) =>
		access(names.slots[index] ?? "", "Accept", {
			destination: targets(destinationsOf(of)),
			service: [serviceName(of.port)],
		}),
	);
	const bypassed = [...new Set(ports.flatMap(destinationsOf))];
	return [
		...openings,
		// After what is opened: an address may have a planned name besides.
		...(denied.length > 0 ? [access(names.denied, "Drop", { destination: targets(denied), service: [] })] : []),
		...(denyRest ? [access(names.rest, "Drop", { destination: [], service: [] })] : []),
		...(request.inspects && httpsLayer !== undefined && bypassed.length > 0
			? [
					{
						kind: "https-rule" as const,
						layer: httpsLayer,
						place: ["position", "top"],
						name: names.bypass,
						cells: { source, destination: targets(bypassed), service: [] },
						more: ["action", "Bypass", "track", "Log", ...comments],
					},
				]
			: []),
	];
}

/** Names of a rule's destinations: one of a name, whether it is for itself, for what is below it, or for both. */
function destinationsOf({ topmost, alone }: PortHosts): string[] {
	return [...new Set([...topmost, ...alone])];
}

function objects(
	prefix: string,
	request: RuleRequest,
	ports: readonly PortHosts[],
	below: ReadonlySet<string>,
): string[] {
	const { clients = [], denied = [], hosts } = request;
	const all = plannedNames(hosts);
	const named = [...new Set(ports.flatMap(destinationsOf))].filter((name) => !isAddress(name)).sort();
	const domain = (name: string, comment: string) =>
		line("domain", `.${name}`, String(below.has(name)), `${prefix}: ${comment}`);
	return [
		...clients.map((network) => line("ensure", objectName(prefix, network), ...networkWords(network))),
		...all.alone
			.filter(isAddress)
			.map((address) => line("ensure", objectName(prefix, address), "host", "ip-address", address)),
		...named.map((name) => domain(name, commentOf(all.named(name)))),
		...denied.map((each) => domain(each.host, denialComment(each))),
		...ports.map(({ port }) =>
			line("ensure", serviceName(port), "service-tcp", "port", String(port), "match-for-any", "false"),
		),
	];
}

function networkWords(network: string): string[] {
	const [address = "", length = ""] = network.split("/");
	if (length === (address.includes(":") ? "128" : "32")) return ["host", "ip-address", address];
	return ["network", "subnet", address, "mask-length", length];
}

/** A domain object is named like its domain, with a dot before it. */
function targetName(prefix: string, host: string): string {
	return isAddress(host) ? objectName(prefix, host) : `.${host}`;
}

function objectName(prefix: string, address: string): string {
	return `${prefix}_${address.replace(/[:/]/g, "_")}`;
}

/** Its own, because a service of the management may have been changed. */
function serviceName(port: number): string {
	return `claude_tcp_${port}`;
}
