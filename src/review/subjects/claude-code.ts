import { findCodeSetting } from "../../claude-code/catalogue.js";
import { opens } from "../../configuration/restriction.js";
import { canonicalJson, type JsonValue } from "../../json.js";
import { changeOf, memberOf } from "../both-sides.js";
import { type DeploymentPair, type GroupPair, onWindows } from "../pair.js";
import type { ReviewedCode, ReviewedSetting } from "../reviewed-deployment.js";
import { shown } from "../shown.js";
import type { Difference, Subject } from "../subject.js";
import { ruleOfExposure } from "./code-exposure.js";

/** Settings of Claude Code on the devices of Claude Desktop. */
export const claudeCode: Subject = {
	title: "Claude Code",
	rules: {
		"code-begins": {
			grade: "informs",
			title: "A group gets managed settings of Claude Code.",
			because: "devices had none from here, and Claude Code went by what people set themselves",
		},
		"code-ends": {
			grade: "loosens",
			title: "A group gets no managed settings of Claude Code any more.",
			because: "the program then goes by what people set themselves",
		},
		"code-hook-changed": {
			grade: "widens",
			title: "A hook of Claude Code is another.",
			because: "what runs at a point of a session sees the session, and may stop what it was to stop or not",
		},
		"code-permission-loosens": {
			grade: "loosens",
			title: "Claude Code lets a tool do more.",
			because: "tools run, or read, what they did not without being asked",
		},
		"code-data-leaves": {
			grade: "widens",
			title: "Claude Code sends more of what people write and get to the collector.",
			because: "content leaves devices that did not, or nothing holds people off from sending it",
		},
		"code-data-stays": {
			grade: "informs",
			title: "Claude Code sends less of what people write and get to the collector.",
			because: "content stays on devices, and nobody loses what they work with",
		},
		"code-telemetry-more": {
			grade: "widens",
			title: "Claude Code sends more of what it does to a collector, or sends it elsewhere.",
			because: "whoever reads it there learns what nobody did, of the program and of who works with it",
		},
		"code-telemetry-less": {
			grade: "breaks",
			title: "Claude Code sends less of what it does to the collector.",
			because: "what reads it there sees less, or nothing any more",
		},
		"code-program-changed": {
			grade: "widens",
			title: "Claude Code runs another program of the device for the collector's headers.",
			because: "whatever stands at that path runs as whoever works there",
		},
		"code-loosens": {
			grade: "loosens",
			title: "A setting of Claude Code opens something.",
			because: "the program lets people or tools do what it did not",
		},
		"code-unknown-changed": {
			grade: "loosens",
			title: "A setting or variable of Claude Code changes of which no direction is known.",
			because: "nothing says whether it opens or closes anything, so that it is taken for one that opens",
		},
		"code-takes-away": {
			grade: "breaks",
			title: "A setting of Claude Code takes something from people.",
			because: "it closes what people may be working with",
		},
		"code-server-changed": {
			grade: "widens",
			title: "The servers of tools that Claude Code has are others.",
			because: "what it knows of people's work can reach a server, and the server's answers Claude Code",
		},
		"code-server-removed": {
			grade: "breaks",
			title: "Claude Code loses the tools of a server.",
			because: "people who work with them cannot any more",
		},
	},
	compare: ({ groups }: DeploymentPair) => groups.flatMap(compareGroup),
};

function compareGroup({ name, before, after }: GroupPair): Difference[] {
	if (!before || !after) return [];
	const [from, to] = [before.claudeCode, after.claudeCode];
	if (from && to) {
		return [
			...told(name, from.settings, to.settings, ruleOfSetting, ""),
			...told(name, from.mcpServers ?? {}, to.mcpServers ?? {}, ruleOfServer, "mcpServers."),
		];
	}
	if (to) {
		const says = `has managed settings of Claude Code, ${Object.keys(to.settings).length} of them, and had none`;
		return [{ groups: [name], rule: "code-begins", subject: "claudeCode", change: "added", says }];
	}
	if (!from) return [];
	const says = `has no managed settings of Claude Code any more, and had ${Object.keys(from.settings).length}`;
	return [{ groups: [name], rule: "code-ends", subject: "claudeCode", change: "removed", says }];
}

type Settings = ReviewedCode["settings"];
type Said = ReviewedSetting | undefined;

type RuleOf = (name: string, from: JsonValue | undefined, to: JsonValue | undefined) => string;

function told(group: string, before: Settings, after: Settings, ruleOf: RuleOf, prefix: string): Difference[] {
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const compare = (name: string, from: Said, to: Said, where = ""): Difference[] => {
		if (from && to && canonicalJson(from.value) === canonicalJson(to.value)) return [];
		return [
			{
				groups: [group],
				rule: ruleOf(name, from?.value, to?.value),
				subject: `claudeCode.${prefix}${name}`,
				...changeOf(from?.value, to?.value),
				says: `${where}${stateOf(to, "is")}, and ${stateOf(from, "was")}`,
				...(to ?? from)?.at,
			},
		];
	};
	return names.flatMap((name) => {
		const [from, to] = [memberOf(before, name), memberOf(after, name)];
		const windows = onWindows(from, to);
		return [...compare(name, from, to), ...(windows ? compare(name, ...windows, "on Windows ") : [])];
	});
}

function stateOf(setting: ReviewedSetting | undefined, verb: "is" | "was"): string {
	return setting ? `${verb} ${shown(setting.value)} (${setting.layer})` : `${verb} not set`;
}

function ruleOfSetting(name: string, from: JsonValue | undefined, to: JsonValue | undefined): string {
	if (name.startsWith("hooks.")) return "code-hook-changed";
	const exposure = ruleOfExposure(name, from, to);
	if (exposure !== undefined) return exposure;
	const known = findCodeSetting(name);
	if (!known?.restricts) return "code-unknown-changed";
	if (!opens(known, from, to)) return opens(known, to, from) ? "code-takes-away" : "code-unknown-changed";
	return name.startsWith("permissions.") ? "code-permission-loosens" : "code-loosens";
}

function ruleOfServer(_: string, __: JsonValue | undefined, to: JsonValue | undefined): string {
	return to === undefined ? "code-server-removed" : "code-server-changed";
}
