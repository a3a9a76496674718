import { codeDocument } from "../claude-code/code-configuration.js";
import type { HandedFormat } from "../handover/handover-page.js";
import { type JsonObject, prettyJson, sortMembers } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { below, isError, type Problem } from "../problem.js";
import { eachPlatform } from "../profiles/chosen-formats.js";
import { checkNative } from "../profiles/claude-code/check-native.js";
import type { ProfileFile } from "../profiles/format.js";
import { profilePath } from "../profiles/profile-path.js";
import type { Registries } from "../registries.js";
import type { BundleFile, Omission } from "./bundle.js";
import { type GroupPart, valuesOf } from "./part.js";
import { type Filling, ofFormat, type RenderedProfiles } from "./profile-files.js";
import type { Shown } from "./redact.js";
import { resolvedReferences, whyMissing } from "./referred-values.js";

/** Files for Claude Code on a group's devices, beside those of Claude Desktop; none carries a credential. */
export async function codeFiles(
	{ identity, platforms, code }: GroupPart,
	/** Of the group's settings. */
	revision: string,
	{ codeFormats }: Registries,
	{ lookup, show }: Filling,
): Promise<Outcome<RenderedProfiles>> {
	const files: BundleFile[] = [];
	const omitted: Omission[] = [];
	const formats: HandedFormat[] = [];
	const problems: Problem[] = [];
	if (!code) return made({ files, omitted, formats });
	const { group } = identity;
	const written = { settings: valuesOf(code.settings), servers: valuesOf(code.mcpServers ?? {}) };
	const shown = { settings: shownValues(written.settings, show), servers: shownValues(written.servers, show) };
	const document = sortMembers(codeDocument(shown.settings));
	const { servers } = shown;
	// Each file has one of the two, and waits for nothing that only the other refers to.
	const missing = { settings: whyMissing(document, lookup), servers: whyMissing(servers, lookup) };
	const settings = missing.settings === undefined ? resolvedReferences(document, lookup) : {};
	const mcpServers = missing.servers === undefined ? resolvedReferences(servers, lookup) : {};
	const unfit = [...checkNative(settings), ...checkNative(mcpServers)];
	if (unfit.length > 0) return { problems: unfit.map((each) => below(["groups", group, "claudeCode"], each)) };
	for (const { word, format, options, platform } of eachPlatform(code.formats, codeFormats, platforms)) {
		if (format.carries === "servers" && code.mcpServers === undefined) continue;
		const place = (name: string) => profilePath(group, format, platform, name);
		const add = (rendered: readonly ProfileFile[], sensitive: boolean) => {
			for (const { name, mediaType, content } of rendered)
				files.push({ path: place(name), mediaType, content, group, sensitive });
		};
		const beside = format.beside?.() ?? [];
		add(beside, false);
		const names = [...format.fileNames(identity, options), ...beside.map(({ name }) => name)];
		const { title, docs } = format;
		formats.push({ title, docs, handling: format.handling(platform), platform, paths: names.map(place) });
		const because = missing[format.carries] ?? whyMissing(options, lookup);
		if (because !== undefined) {
			omitted.push(...format.fileNames(identity, options).map((name) => ({ path: place(name), because })));
			continue;
		}
		const profile = { identity, platform, revision, settings, mcpServers };
		const rendered = await format.render(profile, resolvedReferences(options, lookup));
		const carried = format.carries === "servers" ? "servers" : "settings";
		add(rendered.value ?? [], prettyJson(shown[carried]) !== prettyJson(written[carried]));
		problems.push(...rendered.problems.map((problem) => ofFormat(word, group, problem)));
	}
	return problems.some(isError) ? { problems } : made({ files, omitted, formats }, problems);
}

function shownValues(values: JsonObject, show: Shown): JsonObject {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, show(name, value)]));
}
