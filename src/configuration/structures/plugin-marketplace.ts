import { isObject } from "../../json.js";
import { made, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { list, object, text, textMatching, words } from "../../shape/build.js";
import type { Member, Members, Rule, VariantsShape } from "../../shape/shape.js";
import { executable } from "../values/file-path.js";
import { sha256 } from "../values/identifier.js";
import { line } from "../values/text.js";
import { url } from "../values/url.js";

const reserved = ["unknown", "org", "org-provisioned"];

const marketplaceName = text((name) => {
	if (reserved.includes(name)) {
		return [error("marketplace-name", [], `is a reserved name; expected another than ${reserved.join(", ")}`)];
	}
	const message = "is no marketplace name; expected at most 128 letters, digits, dots, underscores and hyphens";
	return /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(name) ? [] : [error("marketplace-name", [], message)];
});

const repository = textMatching(
	"repository",
	/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/,
	"is no repository; expected owner/name",
);
const repositoryAddress = url({ http: "loopback-warned", parts: "base" });
const manifestAddress = url({ parts: "base" });

const any = {
	ref: {
		shape: line,
		summary: "Branch, tag or commit; of a repository with `auto_install` or `required` a full commit hash.",
		defaultNote: "the source's default branch",
	},
	path: { shape: line, summary: "Folder of the marketplace inside its source.", defaultNote: "the root" },
	expectedName: {
		shape: marketplaceName,
		summary: "Name that the marketplace must give itself.",
		defaultNote: "any",
	},
	installationPreference: {
		shape: words(["available", "auto_install", "required"]),
		summary: "Whether its plugins are offered, installed, or installed for good.",
		default: "available",
	},
	credentialKind: {
		shape: words(["anonymous", "userGit", "credentialHelper", "inferenceCredential"]),
		summary: "How the app signs in at the source; `inferenceCredential` for `url` alone.",
		default: "anonymous",
	},
	credentialHelper: {
		shape: executable(),
		summary: "Absolute path of a program that prints a token; with `credentialKind` `credentialHelper` alone.",
		defaultNote: "none",
	},
} as const satisfies Record<string, Member>;

function installsItself(preference: unknown): boolean {
	return preference === "auto_install" || preference === "required";
}

const helperWithItsKind: Rule<Members> = ({ credentialKind, credentialHelper }): Problem[] => {
	const at = ["credentialHelper"];
	if (credentialKind === "credentialHelper" && credentialHelper === undefined) {
		return [error("missing", at, "is missing; credentialKind credentialHelper needs it")];
	}
	if (credentialKind === "credentialHelper" || credentialHelper === undefined) return [];
	return [error("no-effect", at, "has no effect; it needs credentialKind: credentialHelper")];
};

const ownCredential: Rule<Members> = ({ credentialKind }) => {
	if (credentialKind !== "inferenceCredential") return [];
	const message = "inferenceCredential is for url sources alone; expected anonymous, userGit or credentialHelper";
	return [error("credential-kind", ["credentialKind"], message)];
};

const lost = "otherwise Claude Desktop takes no marketplace of the list";

const pinnedCommit: Rule<Members> = ({ installationPreference, ref }) => {
	if (!installsItself(installationPreference) || (typeof ref === "string" && /^[0-9a-f]{40}$/i.test(ref))) return [];
	const wrong = ref === undefined ? "is missing" : "is no commit hash";
	const message = `${wrong}, which installationPreference ${installationPreference} needs: 40 hexadecimal digits, ${lost}`;
	return [error("unpinned-marketplace", ["ref"], message)];
};

const pinnedManifest: Rule<Members> = ({ installationPreference, manifestSha256 }) => {
	if (!installsItself(installationPreference) || manifestSha256 !== undefined) return [];
	const message = `is missing; installationPreference ${installationPreference} needs it, ${lost}`;
	return [error("unpinned-marketplace", ["manifestSha256"], message)];
};

const github = object(
	{
		source: { shape: words(["github"]), summary: "Kind of source.", required: true },
		repo: { shape: repository, summary: "`owner/name`.", required: true },
		...any,
	},
	{
		name: "GithubMarketplace",
		summary: "A repository on GitHub.",
		rules: [helperWithItsKind, ownCredential, pinnedCommit],
	},
);

const git = object(
	{
		source: { shape: words(["git"]), summary: "Kind of source.", required: true },
		url: {
			shape: repositoryAddress,
			summary: "https address without credentials or query.",
			required: true,
		},
		...any,
	},
	{ name: "GitMarketplace", summary: "A Git repository.", rules: [helperWithItsKind, ownCredential, pinnedCommit] },
);

const manifest = object(
	{
		source: {
			shape: {
				...words(["url"]),
				someVersions: [
					{
						code: "unknown-to-oldest-app",
						versions: { until: "1.32352.0" },
						concerns: () => true,
						message: "is unknown to apps before 1.32352.0, which then take no marketplace of the list",
					},
				],
			},
			summary: "Kind of source.",
			required: true,
		},
		url: { shape: manifestAddress, summary: "https address without credentials or query.", required: true },
		manifestSha256: {
			shape: sha256,
			summary: "SHA-256 of the manifest; needed with `auto_install` or `required`.",
			defaultNote: "none",
		},
		...any,
	},
	{ name: "UrlMarketplace", summary: "A manifest at an address.", rules: [helperWithItsKind, pinnedManifest] },
);

const sources = { github, git, url: manifest };

const marketplace: VariantsShape = {
	kind: "variants",
	otherwise: "takes no marketplace of the list",
	name: "PluginMarketplace",
	summary: "A marketplace that users may add plugins from.",
	of: sources,
	choose(value) {
		if (!isObject(value)) {
			return refused(error("wrong-type", [], "is no marketplace; expected an object with a source"));
		}
		const { source } = value;
		const expected = `expected one of ${Object.keys(sources).join(", ")}`;
		if (source === undefined) return refused(error("missing", ["source"], `is missing; ${expected}, ${lost}`));
		if (typeof source === "string" && Object.hasOwn(sources, source)) return made(source);
		return refused(error("unknown-value", ["source"], `is no kind of source; ${expected}, ${lost}`));
	},
};

export const pluginMarketplaces = list(marketplace);
