import type { ResolvedSetting } from "../configuration/managed-configuration.js";
import { opens } from "../configuration/restriction.js";
import { itemsOf, type JsonValue } from "../json.js";
import { formatPath } from "../path.js";
import { matchesPattern } from "../pattern.js";
import { error, type Problem, warning } from "../problem.js";
import { findCodeSetting } from "./catalogue.js";
import { checkAgainstDesktop } from "./check-against-desktop.js";
import { checkCodeVersions } from "./check-code-versions.js";
import type { CodeConfiguration } from "./code-configuration.js";
import type { CodeGroup } from "./code-group.js";
import { hookUrls } from "./hook-urls.js";
import { toolOfRule } from "./values/permission-rule.js";

/** What is wrong with the settings of Claude Code of one group, once every layer has had its say. */
export function checkCode(group: CodeGroup): Problem[] {
	const { code } = group;
	return [
		...checkAgainstDesktop(group),
		...loosened(code),
		...checkCodeVersions(group),
		...checkHooks(code),
		...checkModes(code),
		...checkPlatforms(group),
		...checkCowork(group),
		...(code.mcpServers?.size === 0
			? [
					warning(
						"no-mcp-server",
						[...(code.at.at(-1) ?? []), "mcp"],
						"has no server, and neither has Claude Desktop, so that Claude Code has none at all; leave it out to let people have their own",
					),
				]
			: []),
	];
}

/** A layer above that opens what a layer below had closed. */
function loosened({ settings, eased }: CodeConfiguration): Problem[] {
	const blocks = eased.map(({ path, from }) =>
		warning("loosens-setting", path, `takes back what ${formatPath(from)} closes`),
	);
	const single = [...settings].flatMap(([name, setting]) => {
		const [before] = setting.overrides;
		if (!before || setting.layer === "extra") return [];
		if (!opens({ ...findCodeSetting(name) }, before.value, setting.value)) return [];
		const message = `loosens ${name}, which ${formatPath(before.path)} closes further`;
		return [warning("loosens-setting", setting.path, message)];
	});
	return [...blocks, ...single];
}

/** Hooks that cannot run as the other settings are. */
function checkHooks({ settings }: CodeConfiguration): Problem[] {
	const hooks = [...settings].filter(([name]) => name.startsWith("hooks."));
	const off = settings.get("disableAllHooks");
	const allowed = settings.get("allowedHttpHookUrls");
	return hooks.flatMap(([, hook]) => [
		...(off?.value === true
			? [error("hooks-off", hook.path, `never runs, as ${formatPath(off.path)} is true; remove one of the two`)]
			: []),
		...(allowed
			? hookUrls(hook.value)
					.filter((address) => !itemsOf(allowed.value).some((pattern) => matchesPattern(String(pattern), address)))
					.map(() =>
						error(
							"hook-not-allowed",
							hook.path,
							`calls an address that ${formatPath(allowed.path)} leaves out; add it there`,
						),
					)
			: []),
	]);
}

function checkModes({ settings }: CodeConfiguration): Problem[] {
	const mode = settings.get("permissions.defaultMode");
	if (mode?.value !== "bypassPermissions") return [];
	const off = settings.get("permissions.disableBypassPermissionsMode");
	if (off) {
		const message = `is the mode that ${formatPath(off.path)} takes away; remove one of the two`;
		return [error("contradicts", mode.path, message)];
	}
	return [warning("opens-everything", mode.path, "lets every tool run without asking, in every session")];
}

function checkPlatforms({ code: { settings }, platforms }: CodeGroup): Problem[] {
	const fails = settings.get("sandbox.failIfUnavailable");
	if (fails?.value !== true || settings.get("sandbox.enabled")?.value !== true || !platforms.includes("windows"))
		return [];
	const message =
		"refuses to start on Windows, where there is no sandbox; leave it out, or make Windows a group of its own";
	return [error("sandbox-on-windows", fails.path, message)];
}

/** What else these settings do to Cowork, which reads the files of the same device. */
function checkCowork({ code: { settings, at }, desktop }: CodeGroup): Problem[] {
	const said = (
		name: string,
		holds: (setting: ResolvedSetting) => boolean,
		code: string,
		message: string,
	): Problem[] => {
		const setting = settings.get(name);
		return setting && holds(setting) ? [warning(code, setting.path, message)] : [];
	};
	const vm = desktop.get("requireCoworkFullVmSandbox");
	return [
		...(vm?.value === true
			? at.map((path) =>
					warning(
						"not-in-cowork",
						path,
						`does not reach Cowork, as ${formatPath(vm.path)} keeps all of it but cleanupPeriodDays out of there`,
					),
				)
			: []),
		...said(
			"permissions.deny",
			({ value }) => itemsOf(value).some((rule) => rule === "Bash"),
			"stops-cowork-shell",
			"denies Bash altogether, which stops the shell of Cowork as well",
		),
		...said(
			"allowManagedPermissionRulesOnly",
			({ value }) => value === true && !itemsOf(settings.get("permissions.allow")?.value).some(isFileRule),
			"cowork-needs-rules",
			"leaves Cowork without its folders, as permissions.allow has no rule for Read or Edit; add rules for the folders that people connect",
		),
		...said(
			"disableSideloadFlags",
			({ value }) => value === true,
			"no-desktop-plugins",
			"keeps Claude Desktop from passing its own plug-ins to Code",
		),
	];
}

function isFileRule(rule: JsonValue): boolean {
	return typeof rule === "string" && ["Read", "Edit"].includes(toolOfRule(rule) ?? "");
}
