import { type BundleFile, textFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** `trust/<platform>/`: how devices come to trust a proxy that opens TLS. */
export async function bundledTrust({ identity, platforms, trust }: PerimeterPart): Promise<BundleFile[]> {
	if (!trust) return [];
	const { trustFiles } = await import("../trust/index.js");
	return platforms.flatMap((platform) =>
		trustFiles(platform, { identity, because: trust }).map(({ name, mediaType, content }) =>
			textFile(`trust/${platform}/${name}`, mediaType, content),
		),
	);
}
