import { type Answers, type CloudCircumstances, type CloudRecording, recordCloud } from "../../support/record-cloud.js";

export { reveal } from "../../support/record-cloud.js";

/** Runs a program against a stand-in for Google Cloud, which answers no call. */
export function recordGcp<Result>(
	build: () => Result | Promise<Result>,
	circumstances?: CloudCircumstances,
): Promise<CloudRecording<Result>> {
	return recordCloud((type, _, inputs) => added[type]?.(inputs) ?? {}, build, {}, circumstances);
}

/** JSON text of the one credentials file that the stand-in makes. */
export const credentialsText = '{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\\nä"}';

const account = ({ accountId, project }: Record<string, unknown>) => `${accountId}@${project}.iam.gserviceaccount.com`;

const added: Answers = {
	"gcp:projects/iAMCustomRole:IAMCustomRole": ({ project, roleId }) => ({
		name: `projects/${project}/roles/${roleId}`,
	}),
	"gcp:logging/projectSink:ProjectSink": ({ name }) => ({
		writerIdentity: `serviceAccount:${name}@gcp-sa-logging.iam.gserviceaccount.com`,
	}),
	"gcp:serviceaccount/account:Account": (inputs) => ({
		name: `projects/${inputs.project}/serviceAccounts/${account(inputs)}`,
		email: account(inputs),
		member: `serviceAccount:${account(inputs)}`,
	}),
	"gcp:serviceaccount/key:Key": () => ({ privateKey: Buffer.from(credentialsText).toString("base64") }),
};
