import { deliveredValues } from "../bundle/delivered-values.js";
import { type GroupPart, groupPart, valuesOf } from "../bundle/part.js";
import { planWith } from "../deployment/plan-with.js";
import type { RepositoryOptions } from "../deployment/repository-files.js";
import { printable } from "../printable.js";
import { DeploymentError, formatProblems, isError } from "../problem.js";
import type { Platform } from "../profiles/format.js";
import { checkOneDevice, checkPlatform, platformOf } from "../reading/verify/one-device.js";
import { type ExpectedCode, verifyCode } from "../reading/verify/verify-code.js";
import { type DeviceFinding, type DeviceReport, verifyDevice } from "../reading/verify/verify-device.js";
import { isLateReference, type ReferenceLookup } from "../reference/reference.js";
import { chooseGroup } from "./choose-group.js";
import { environmentSecrets } from "./environment-secrets.js";
import { CommandExit } from "./exit.js";
import { inFiles } from "./in-files.js";
import { type Output, printJson } from "./output.js";
import { problemEntry } from "./problem-entry.js";
import { readDeployment } from "./read-deployment.js";
import { readDeviceFiles } from "./read-device-files.js";

export interface VerifyOptions extends RepositoryOptions {
	/** @default - the only one there is */
	readonly group?: string;
	readonly json?: boolean;
}

/** Holds what a device has against what a deployment gives a group. */
export async function verify(files: readonly string[], options: VerifyOptions, output: Output): Promise<void> {
	const [deploymentFile, ...deviceFiles] = [...files].reverse();
	if (deploymentFile === undefined || deviceFiles.length === 0) {
		throw new CommandExit(2, "expected files of a device, and then the deployment file");
	}
	if (!isDescription(deploymentFile) && deviceFiles.some(isDescription)) {
		throw new CommandExit(2, `${deploymentFile} comes last; expected files of a device, and then the deployment file`);
	}
	const parsed = await readDeployment(deploymentFile, options, output);
	const plan = planWith(parsed.registries, parsed);
	const { configuration } = chooseGroup(plan.groups, options.group);
	const { read, problems: ofFiles } = await readDeviceFiles(deviceFiles.reverse());
	const problems = inFiles([...ofFiles, ...checkOneDevice(read)], deviceFiles);
	if (problems.some(isError)) throw new DeploymentError(problems);
	const platform = platformOf(read);
	const parts = [...plan.groups.keys()].map((group) => groupPart(parsed.deployment, plan, group, parsed.registries));
	const expected = new Map(
		parts.map((part) => [part.identity.group, Object.fromEntries(deliveredValues(part, "mdm", platform))]),
	);
	const secrets = environmentSecrets(output);
	const lookup: ReferenceLookup = (reference) => (isLateReference(reference) ? undefined : secrets(reference));
	const ofDesktop = read.filter(({ carried }) => carried.code === undefined);
	const desktop = ofDesktop.length > 0 ? verifyDevice(ofDesktop, configuration.group, expected, lookup) : undefined;
	const codeOn = (of: Platform | undefined) => verifyCode(read, configuration.group, expectedCode(parts, of), lookup);
	const ofWindows = platform === undefined ? codeOn("windows") : undefined;
	const ofAny = codeOn(platform);
	// A file of managed settings has the same name on every platform.
	const isOfWindows = ofAny?.isRight === false && ofWindows?.isRight === true;
	const code = isOfWindows ? ofWindows : ofAny;
	const reports = [desktop, code].flatMap((each) => each ?? []);
	const ofPlatform = checkPlatform(read, configuration.group, configuration.platforms);
	const report: DeviceReport = {
		group: configuration.group,
		isRight: reports.every(({ isRight }) => isRight) && ofPlatform.length === 0,
		findings: reports.flatMap(({ findings }) => findings),
		notes: [...reports.flatMap(({ notes }) => notes), ...ofPlatform],
		isOf: ofAll(reports.filter(({ isRight }) => !isRight)),
	};
	const hasFile = (isServers: boolean) =>
		read.some(({ carried }) => carried.code !== undefined && (carried.code === "servers") === isServers);
	if (configuration.code && !hasFile(false)) output.notice(notCompared("Claude Code"));
	if (code && configuration.code?.mcpServers && !hasFile(true))
		output.notice("none of the files is managed-mcp.json, so that the servers of Claude Code are not compared");
	if (code && !desktop) output.notice(notCompared("Claude Desktop"));
	if (isOfWindows) output.notice("these are settings for Windows, while no file says of which platform the device is");
	for (const line of formatProblems(problems)) output.notice(line);
	if (options.json) printJson(output, { ...report, notes: report.notes.map(problemEntry) });
	else print(report, output);
	if (!report.isRight) throw new CommandExit(1);
}

function notCompared(program: string): string {
	return `none of the files has settings of ${program}, so that these are not compared`;
}

/** The groups that every report which is not right names. */
function ofAll([first, ...others]: readonly DeviceReport[]): readonly string[] {
	return (first?.isOf ?? []).filter((group) => others.every(({ isOf }) => isOf.includes(group)));
}

function expectedCode(parts: readonly GroupPart[], platform: Platform | undefined): ReadonlyMap<string, ExpectedCode> {
	return new Map(
		parts.flatMap(({ identity, code }): [string, ExpectedCode][] => {
			if (!code) return [];
			const servers = code.mcpServers && valuesOf(code.mcpServers, platform);
			return [[identity.group, { settings: valuesOf(code.settings, platform), ...(servers && { servers }) }]];
		}),
	);
}

/** Nothing that a device has is YAML. */
function isDescription(file: string): boolean {
	return /\.ya?ml$/i.test(file);
}

function print({ group, isRight, findings, notes, isOf }: DeviceReport, { result, colors }: Output): void {
	const count = (state: DeviceFinding["state"]) => findings.filter((each) => each.state === state).length;
	const { bold, green, yellow } = colors;
	const applied = `${count("applied")} settings applied`;
	const open = count("not compared");
	const rest = open > 0 ? `, ${open} not compared, because a secret cannot be had here` : "";
	result(
		`${bold(group)}: ${isRight ? green("the device has what the deployment says") : yellow("the device differs")}`,
	);
	result(`  ${applied}${rest}`);
	if (isOf.length > 0) result(`  ${yellow(`these are the settings of ${isOf.join(", ")}`)}`);
	for (const { message } of notes) result(`  ${yellow(printable(message))}`);
	for (const finding of findings) {
		if (finding.state === "applied" || finding.state === "not compared") continue;
		result(`  ${yellow(finding.state.padEnd(10))} ${printable(`${finding.key}${detail(finding)}`)}`);
	}
}

function detail({ state, expected, found, because }: DeviceFinding): string {
	const text = (value: unknown) => JSON.stringify(value);
	const why = because === undefined ? "" : `; ${because}`;
	if (state === "missing") return `: expected ${text(expected)}${why}`;
	if (state === "extra") return `: ${text(found)}, which the deployment does not set${why}`;
	if (state === "different") return `: ${text(found)}; expected ${text(expected)}`;
	return because === undefined ? "" : `: ${because}`;
}
