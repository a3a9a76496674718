import type { ParsedDeployment } from "../deployment/deployment.js";
import { formatPath, type Path } from "../path.js";
import { below, DeploymentError, isError, type Locate, located, type Problem } from "../problem.js";
import type { SecretLookup, SecretReference } from "../reference/reference.js";
import { signingBlocks, withSigner } from "../signing/signing-block.js";
import { filesNamedAt } from "./files-named-at.js";

/** A deployment whose signers are read: what they hold that is secret is looked up with the other secrets. */
export interface ReadSigning {
	readonly deployment: ParsedDeployment;
	readonly secrets: SecretLookup;
	/** Such as of a certificate that ends soon. */
	readonly warnings: readonly Problem[];
}

/**
 * Reads what profiles are signed with. Names of files are relative to the deployment file that says them.
 *
 * @throws {@link DeploymentError} with every problem
 */
export async function readSigning(
	given: ParsedDeployment,
	{ file, locate, secrets, now }: { file: string; locate: Locate; secrets: SecretLookup; now: Date },
): Promise<ReadSigning> {
	let deployment = given;
	const problems: Problem[] = [];
	const taken = new Map<string, string>();
	const take = (at: Path, text: string): SecretReference => {
		const fromProgram = formatPath([...at, "key"]);
		taken.set(fromProgram, text);
		return { fromProgram };
	};
	for (const { word, at, sign } of signingBlocks(given)) {
		const { readPemSigner, readPkcs12, readPkcs12Signer } = await import("../signing/read-signer.js");
		const read = filesNamedAt(at, { file, locate });
		const said = (found: readonly Problem[]) => problems.push(...found.map((each) => below(at, each)));
		if (!("pkcs12" in sign)) {
			const signer = readPemSigner(sign, { read, known: secrets, now });
			said(signer.problems);
			if (!signer.value) continue;
			const { certificate, key } = signer.value;
			deployment = withSigner(deployment, word, { certificate, key: typeof key === "string" ? take(at, key) : key });
			continue;
		}
		const password = secrets(sign.password);
		const bytes = readPkcs12(sign.pkcs12, read);
		said(bytes.problems);
		if (!bytes.value) continue;
		// What is missing then is the password, which is told with the other secrets.
		const signer = password === undefined ? undefined : await readPkcs12Signer(bytes.value, password, now);
		said(signer?.problems ?? []);
		const { certificate = "", key } = signer?.value ?? {};
		deployment = withSigner(deployment, word, { certificate, key: key === undefined ? sign.password : take(at, key) });
	}
	const found = located(problems, locate);
	if (found.some(isError)) throw new DeploymentError(found);
	const lookup: SecretLookup = (reference) =>
		"fromProgram" in reference ? taken.get(reference.fromProgram) : secrets(reference);
	return { deployment, secrets: lookup, warnings: found };
}
