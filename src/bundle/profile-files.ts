import { carriesSecret } from "../configuration/carries-secret.js";
import type { HandedFormat } from "../handover/handover-page.js";
import { made, type Outcome } from "../outcome.js";
import { formatPath } from "../path.js";
import { below, isError, type Problem, warning } from "../problem.js";
import { eachPlatform } from "../profiles/chosen-formats.js";
import {
	type Delivery,
	deliveryOfFormat,
	type Platform,
	type ProfileFile,
	type ProfileFormat,
} from "../profiles/format.js";
import { profilePath } from "../profiles/profile-path.js";
import { type EncodedSetting, encodeSettings } from "../profiles/settings.js";
import type { ReferenceLookup } from "../reference/reference.js";
import type { Registries } from "../registries.js";
import type { BundleFile, Omission, RenderedPart } from "./bundle.js";
import { deliveredValues } from "./delivered-values.js";
import { type GroupPart, toldApart } from "./part.js";
import { resolvedReferences, whyMissing } from "./referred-values.js";
import type { Shown } from "./shown.js";

/** A group's profiles, and by format where they stand. */
export interface RenderedProfiles extends RenderedPart {
	/** With paths relative to the deployment's folder. */
	readonly formats: readonly HandedFormat[];
}

/** What becomes of values as they are rendered. */
export interface Filling {
	readonly lookup: ReferenceLookup;
	readonly show: Shown;
}

/** A group's profiles; where one of the values that they refer to is missing, those that carry values are left out. */
export async function profileFiles(
	part: GroupPart,
	/** Of the group's settings. */
	revision: string,
	{ profiles }: Registries,
	{ lookup, show }: Filling,
): Promise<Outcome<RenderedProfiles>> {
	const { identity, preset } = part;
	const { group } = identity;
	const contents = new Map<string, Content>();
	const contentFor = (format: ProfileFormat, platform: Platform, withoutSecrets: boolean) => {
		const delivery = deliveryOfFormat(format);
		const of = delivery === "mdm" ? toldApart(part, platform) : undefined;
		const name = `${delivery} ${withoutSecrets} ${of}`;
		const content = contents.get(name) ?? contentOf(part, { delivery, platform: of, withoutSecrets }, { lookup, show });
		contents.set(name, content);
		return content;
	};
	const files: BundleFile[] = [];
	const omitted: Omission[] = [];
	const formats: HandedFormat[] = [];
	const problems: Problem[] = [];
	for (const { word, format, options, platform } of eachPlatform(part.profiles, profiles, part.platforms)) {
		const place = (name: string) => profilePath(group, format, platform, name);
		const add = (rendered: readonly ProfileFile[], what: Pick<BundleFile, "sensitive" | "removes">) => {
			for (const { name, mediaType, content } of rendered)
				files.push({ path: place(name), mediaType, content, group, ...what });
		};
		const removals = format.removals?.(identity, options) ?? [];
		const paths = format.fileNames(identity).map(place);
		const removalPaths = removals.map(({ name }) => place(name));
		formats.push({ ...handedFormat(format, platform), paths, removalPaths });
		const withoutSecrets = format.withoutSecrets?.(options) ?? false;
		const { because, settings, secret, left } = contentFor(format, platform, withoutSecrets);
		const why = because ?? whyMissing(options, lookup);
		if (why !== undefined) {
			omitted.push(...notWritten({ paths, removalPaths }, why));
			continue;
		}
		if (!settings.value) {
			return { problems: settings.problems.map((problem) => below(["groups", group, "settings"], problem)) };
		}
		if (left.length > 0) problems.push(ofFormat(word, group, leftOut(left)));
		const profile = { identity, platform, preset, revision, settings: settings.value };
		const rendered = await format.render(profile, resolvedReferences(options, lookup));
		add(removals, { sensitive: false, removes: true });
		add(rendered.value ?? [], { sensitive: secret });
		problems.push(...rendered.problems.map((problem) => ofFormat(word, group, problem)));
	}
	return problems.some(isError) ? { problems } : made({ files, omitted, formats }, problems);
}

/** What is missing keeps the files that give settings from being written, and those keep back what takes them away. */
export function notWritten(
	{ paths, removalPaths }: Pick<HandedFormat, "paths" | "removalPaths">,
	because: string,
): Omission[] {
	const names = paths.map((path) => path.slice(path.lastIndexOf("/") + 1)).join(" and ");
	const one = paths.length === 1;
	const alone = `takes away what ${names} ${one ? "brings" : "bring"}, which ${one ? "is" : "are"} not written`;
	return [...paths.map((path) => ({ path, because })), ...removalPaths.map((path) => ({ path, because: alone }))];
}

function handedFormat(format: ProfileFormat, platform: Platform): Omit<HandedFormat, "paths" | "removalPaths"> {
	const { title, docs, handling } = format;
	return { title, docs, handling, ...(deliveryOfFormat(format) === "mdm" && { platform }) };
}

/** What the formats of one way of delivery carry. */
interface Content {
	readonly settings: Outcome<readonly EncodedSetting[]>;
	/** Why there is nothing; absent where there is. */
	readonly because: string | undefined;
	readonly secret: boolean;
	/** Keys that are kept out, because they hold a credential. */
	readonly left: readonly string[];
}

/** Formats with the same of each carry the same. */
interface Carried {
	readonly delivery: Delivery;
	readonly platform: Platform | undefined;
	readonly withoutSecrets: boolean;
}

function contentOf(
	part: GroupPart,
	{ delivery, platform, withoutSecrets }: Carried,
	{ lookup, show }: Filling,
): Content {
	const all = deliveredValues(part, delivery, platform);
	const secrets = new Set(all.filter(([key, value]) => carriesSecret(key, value)).map(([key]) => key));
	const taken = withoutSecrets ? all.filter(([key]) => !secrets.has(key)) : all;
	const values = Object.fromEntries(taken.map(([key, value]) => [key, show(key, value)]));
	const because = whyMissing(values, lookup);
	return {
		settings: encodeSettings(because === undefined ? resolvedReferences(values, lookup) : {}),
		because,
		secret: taken.some(([key, value]) => secrets.has(key) || values[key] !== value),
		left: withoutSecrets ? [...secrets] : [],
	};
}

function leftOut(keys: readonly string[]): Problem {
	const message = `leaves out ${keys.join(", ")}, which hold${keys.length === 1 ? "s" : ""} a credential; let the server add it, or set secrets: true`;
	return warning("secrets-left-out", [], message);
}

/** What a format says of a group's settings, at the format. */
export function ofFormat(word: string, group: string, { path, message, ...problem }: Problem): Problem {
	const key = path.length === 0 ? "" : `${formatPath(path)} `;
	return { ...problem, path: ["profiles", word], message: `for group ${group}, ${key}${message}` };
}
