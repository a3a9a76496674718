import { trustFiles } from "../trust/index.js";
import { type BundleFile, textFile } from "./bundle.js";
import type { PerimeterPart } from "./part.js";

/** `trust/<platform>/`: how devices come to trust a proxy that opens TLS. */
export function bundledTrust({ identity, platforms, trust }: PerimeterPart): BundleFile[] {
	if (!trust) return [];
	return platforms.flatMap((platform) =>
		trustFiles(platform, { identity, because: trust }).map(({ name, mediaType, content }) =>
			textFile(`trust/${platform}/${name}`, mediaType, content),
		),
	);
}
