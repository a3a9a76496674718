import { changedOnAll } from "../configuration/managed-configuration.js";
import { type NamedProgram, namedPrograms } from "../device/programs.js";
import type { BlockRules } from "../firewall/block-rules.js";
import { compareText, sortMembers } from "../json.js";
import { placedAgentFiles } from "../observability/placed-agent-files.js";
import { made, type Outcome } from "../outcome.js";
import type { ReferenceLookup } from "../reference/reference.js";
import type { Registries } from "../registries.js";
import { type BundleFile, type RenderedPart, sha256 } from "./bundle.js";
import { cloudFiles, storeFiles } from "./cloud-files.js";
import { codeFiles } from "./code-files.js";
import { collectorFiles } from "./collector-files.js";
import { bundledData } from "./data-file.js";
import { bundledDeployment } from "./deployment-file.js";
import { ofGroupAlone } from "./described-rules.js";
import { bundledDevice } from "./device-files.js";
import { egressFiles } from "./egress-files.js";
import { bundledHandover } from "./handover-file.js";
import { type CodePart, type GroupPart, type PartSetting, type PerimeterPart, valuesOf } from "./part.js";
import { profileFiles } from "./profile-files.js";
import { settingsFile } from "./settings-file.js";
import { asItIs } from "./shown.js";
import { templateFiles } from "./template-files.js";
import { bundledTrust } from "./trust-files.js";

export interface Redaction {
	/** Writes words in the place of credentials, and what carries one under a name that no device takes. @default false */
	readonly redact?: boolean;
}

/**
 * The files of one group.
 * The order of members does not matter: a part may come from a file, or from an engine that keeps no order.
 */
export async function groupFiles(
	unordered: GroupPart,
	rules: readonly BlockRules[],
	registries: Registries,
	lookup: ReferenceLookup,
	{ redact = false }: Redaction = {},
): Promise<Outcome<RenderedPart>> {
	const whole = {
		...unordered,
		settings: inOrder(unordered.settings),
		...(unordered.code && { code: codeInOrder(unordered.code) }),
	};
	const { group } = whole.identity;
	const inFull = settingsFile(whole);
	const revision = sha256(inFull.content).slice(0, 8);
	const redaction = redact ? await import("./redact.js") : undefined;
	const part = redaction?.redactedGroup(whole) ?? whole;
	const settings = redaction ? settingsFile(part) : inFull;
	const given = { ...part, settings: whole.settings, ...(whole.code && { code: whole.code }) };
	const show = redaction?.withoutPlainSecrets ?? asItIs;
	const { value: profiles, problems } = await profileFiles(given, revision, registries, { lookup, show });
	const code = await codeFiles(given, revision, registries, { lookup, show });
	if (!profiles || !code.value) return { problems: [...problems, ...code.problems] };
	const alone = ofGroupAlone(rules, part.firewall);
	const egress = egressFiles(part.egress, { folder: `groups/${group}/`, group, rules, alone });
	const { formats } = profiles;
	const agentFiles = placedAgentFiles(part.otherAgents ?? [], registries.otherAgents, part.platforms, part.identity);
	const omitted = [...profiles.omitted, ...code.value.omitted];
	const programs = programsOf(part);
	const device = bundledDevice(given, { revision, programs, agentFiles, show });
	const written = { files: [settings, ...egress, ...profiles.files, ...code.value.files, ...device], omitted };
	const rendered = redaction?.redactedPart(written) ?? written;
	const said = [...problems, ...code.problems];
	const handover = bundledHandover(part, {
		revision,
		formats,
		codeFormats: code.value.formats,
		rendered,
		programs,
		agentFiles,
		problems: said,
		redacted: redact,
	});
	return made({ files: [...rendered.files, handover], omitted: rendered.omitted }, said);
}

/** The files that serve every group. */
export async function perimeterFiles(
	part: PerimeterPart,
	rules: readonly BlockRules[],
	registries: Registries,
): Promise<Outcome<RenderedPart>> {
	const { value: templates, problems } = await templateFiles(part, registries);
	if (!templates) return { problems };
	const { egress, beyond = [] } = part;
	const listed = egressFiles({ ...egress, notes: [...egress.notes, ...beyond] }, { folder: "", rules });
	const cloud = part.cloud ? cloudFiles(part.cloud) : [];
	const files = [
		...listed,
		...bundledDeployment(part, rules),
		...(await bundledData(part)),
		...cloud,
		...(part.collector ? collectorFiles(part.collector) : []),
		...(await observabilityOf(part, registries)),
		...storeFiles(part.stores ?? {}),
		...(await bundledTrust(part)),
		...templates,
	];
	return made({ files, omitted: [] }, problems);
}

/** What renders it is read only where there is something of it. */
async function observabilityOf(part: PerimeterPart, registries: Registries): Promise<BundleFile[]> {
	if (!part.observability && !part.otherAgents) return [];
	const { bundledObservability } = await import("./observability-files.js");
	return bundledObservability(part, registries);
}

function programsOf({ settings, code, platforms }: GroupPart): readonly NamedProgram[] {
	const on = platforms.map((platform) => {
		const ofPlatform = { settings: valuesOf(settings, platform), code: valuesOf(code?.settings ?? {}, platform) };
		return [platform, ofPlatform] as const;
	});
	return namedPrograms(new Map(on));
}

function codeInOrder({ formats, settings, mcpServers }: CodePart): CodePart {
	return { formats, settings: inOrder(settings), ...(mcpServers && { mcpServers: inOrder(mcpServers) }) };
}

function inOrder(settings: GroupPart["settings"]): GroupPart["settings"] {
	const entries = Object.entries(settings).sort(([a], [b]) => compareText(a, b));
	return Object.fromEntries(
		entries.map(([name, { overrides, ...said }]) => [
			name,
			{ ...withSorted(said), overrides: overrides.map(withSorted) },
		]),
	);
}

/** Whoever reads what was said names its members; only those of the value come in the order they have. */
function withSorted<Said extends Pick<PartSetting, "value" | "onWindows">>(said: Said): Said {
	return { ...said, ...changedOnAll(said, sortMembers) };
}
