import { codeDocument } from "../claude-code/code-configuration.js";
import type { HandedFormat } from "../handover/handover-page.js";
import { type JsonObject, prettyJson, sortMembers } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { below, distinctProblems, isError, type Problem } from "../problem.js";
import { eachPlatform } from "../profiles/chosen-formats.js";
import { checkNative } from "../profiles/claude-code/check-native.js";
import type { Platform, ProfileFile } from "../profiles/format.js";
import { profilePath } from "../profiles/profile-path.js";
import type { Registries } from "../registries.js";
import type { BundleFile, Omission } from "./bundle.js";
import { type CodePart, type GroupPart, toldApart, valuesOf } from "./part.js";
import { type Filling, notWritten, ofFormat, type RenderedProfiles } from "./profile-files.js";
import { resolvedReferences, whyMissing } from "./referred-values.js";
import type { Shown } from "./shown.js";

/** Files for Claude Code on a group's devices, beside those of Claude Desktop; none carries a credential. */
export async function codeFiles(
	part: GroupPart,
	/** Of the group's settings. */
	revision: string,
	{ codeFormats }: Registries,
	{ lookup, show }: Filling,
): Promise<Outcome<RenderedProfiles>> {
	const files: BundleFile[] = [];
	const omitted: Omission[] = [];
	const formats: HandedFormat[] = [];
	const problems: Problem[] = [];
	const { identity, platforms, code } = part;
	if (!code) return made({ files, omitted, formats });
	const { group } = identity;
	const variants = [...new Set(platforms.map((platform) => toldApart(part, platform)))];
	const contents = new Map(variants.map((variant) => [variant, contentOf(code, variant, { lookup, show })]));
	const unfit = [...contents.values()].flatMap(({ settings, mcpServers }) => [
		...checkNative(settings),
		...checkNative(mcpServers),
	]);
	if (unfit.length > 0)
		return { problems: distinctProblems(unfit.map((each) => below(["groups", group, "claudeCode"], each))) };
	for (const { word, format, options, platform } of eachPlatform(code.formats, codeFormats, platforms)) {
		const content = contents.get(toldApart(part, platform));
		if (!content || (format.carries === "servers" && code.mcpServers === undefined)) continue;
		const { settings, mcpServers, missing, isShownWhole } = content;
		const place = (name: string) => profilePath(group, format, platform, name);
		const add = (rendered: readonly ProfileFile[], what: Pick<BundleFile, "sensitive" | "removes">) => {
			for (const { name, mediaType, content } of rendered)
				files.push({ path: place(name), mediaType, content, group, ...what });
		};
		const removals = format.removals?.() ?? [];
		const paths = format.fileNames(identity, options).map(place);
		const removalPaths = removals.map(({ name }) => place(name));
		const { title, docs } = format;
		formats.push({ title, docs, handling: format.handling(platform), platform, paths, removalPaths });
		const because = missing[format.carries] ?? whyMissing(options, lookup);
		if (because !== undefined) {
			omitted.push(...notWritten({ paths, removalPaths }, because));
			continue;
		}
		const profile = { identity, platform, revision, settings, mcpServers };
		const rendered = await format.render(profile, resolvedReferences(options, lookup));
		add(removals, { sensitive: false, removes: true });
		add(rendered.value ?? [], { sensitive: !isShownWhole[format.carries] });
		problems.push(...rendered.problems.map((problem) => ofFormat(word, group, problem)));
	}
	return problems.some(isError) ? { problems } : made({ files, omitted, formats }, problems);
}

/** What files of a platform carry. */
function contentOf(code: CodePart, platform: Platform | undefined, { lookup, show }: Filling) {
	const written = { settings: valuesOf(code.settings, platform), servers: valuesOf(code.mcpServers ?? {}, platform) };
	const shown = { settings: shownValues(written.settings, show), servers: shownValues(written.servers, show) };
	const document = sortMembers(codeDocument(shown.settings));
	const { servers } = shown;
	// Each file has one of the two, and waits for nothing that only the other refers to.
	const missing = { settings: whyMissing(document, lookup), servers: whyMissing(servers, lookup) };
	const isWhole = (of: "settings" | "servers") => prettyJson(shown[of]) === prettyJson(written[of]);
	return {
		settings: missing.settings === undefined ? resolvedReferences(document, lookup) : {},
		mcpServers: missing.servers === undefined ? resolvedReferences(servers, lookup) : {},
		missing,
		isShownWhole: { settings: isWhole("settings"), servers: isWhole("servers") },
	};
}

function shownValues(values: JsonObject, show: Shown): JsonObject {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, show(name, value)]));
}
