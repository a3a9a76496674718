import { CloudProject } from "../simulated.js";

export { type CloudRun, each, type StoredResource } from "../simulated.js";

const aws = {
	name: "aws",
	knowledge: "test/engine/aws/simulated-aws.cjs",
	packages: ["@pulumi/aws", "@aws-sdk/client-bedrock"],
};

/** A project with a program on the shipped package, whose provider of AWS is a stand-in. */
export class SimulatedProject extends CloudProject {
	constructor(
		parent: string,
		name: string,
		program: string,
		main?: string,
		options?: ConstructorParameters<typeof CloudProject>[5],
	) {
		// What programs ask of AWS themselves reaches nobody, whatever credentials there are.
		process.env.AWS_EC2_METADATA_DISABLED ??= "true";
		process.env.AWS_ENDPOINT_URL_BEDROCK ??= "http://127.0.0.1:9";
		super(aws, parent, name, program, main, options);
	}

	/** Lets AWS know these inference profiles and no other, by the regions that answer for them. */
	knowProfiles(profiles: Readonly<Record<string, readonly string[]>>): void {
		this.tell("inference-profiles.json", profiles);
	}
}
