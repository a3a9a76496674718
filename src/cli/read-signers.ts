import { readSmallFile } from "../files/small-file.js";
import { below, DeploymentError, located } from "../problem.js";
import { type RevisionSigners, readSignerFiles, readSigners } from "../publication/signers.js";
import { CommandExit } from "./exit.js";
import { filesNamedAt } from "./files-named-at.js";
import type { ReadDeployment } from "./read-deployment.js";

/** What a command takes to verify signatures of revisions. */
export interface SignersOptions {
	/** Files of public keys. @default - those that the deployment names */
	readonly publicKey?: readonly string[];
}

/**
 * The keys of which one has to have signed each revision: those that the command names, or else the deployment. Undefined
 * where neither does, and signatures are not verified.
 *
 * @throws {@link DeploymentError} where a file that the deployment names is no public key
 */
export function takeSigners(
	{ deployment, file, locate }: Pick<ReadDeployment, "deployment" | "file" | "locate">,
	{ publicKey = [] }: SignersOptions,
): RevisionSigners | undefined {
	if (publicKey.length > 0) {
		const { value, problems } = readSignerFiles(publicKey, readSmallFile);
		if (value) return value;
		throw new CommandExit(
			2,
			...problems.map(({ path: [index], message }) => `${publicKey[Number(index)]}: ${message}`),
		);
	}
	const at = ["publish", "sign"];
	const { value, problems } = readSigners(deployment.publication?.sign, filesNamedAt(at, { file, locate }));
	if (problems.length === 0) return value;
	throw new DeploymentError(
		located(
			problems.map((each) => below(at, each)),
			locate,
		),
	);
}
