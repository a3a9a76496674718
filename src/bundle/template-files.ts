import { made, type Outcome } from "../outcome.js";
import { below, isError, type Problem } from "../problem.js";
import { eachPlatform } from "../profiles/chosen-formats.js";
import type { Registries } from "../registries.js";
import type { BundleFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** The formats of a deployment that hold no values, once for each platform of any group. */
export async function templateFiles(
	{ identity, templates: blocks, platforms }: PerimeterPart,
	{ templates }: Registries,
): Promise<Outcome<readonly BundleFile[]>> {
	const files: BundleFile[] = [];
	const problems: Problem[] = [];
	for (const { word, format, options, platform } of eachPlatform(blocks, templates, platforms)) {
		const rendered = await format.render({ identity, platform }, options);
		for (const { name, mediaType, content } of rendered.value ?? [])
			files.push({ path: `templates/${platform}/${name}`, mediaType, content, sensitive: false });
		problems.push(...rendered.problems.map((problem) => below(["profiles", word], problem)));
	}
	return problems.some(isError) ? { problems } : made(files, problems);
}
