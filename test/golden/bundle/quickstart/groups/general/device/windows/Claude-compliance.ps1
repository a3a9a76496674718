# Custom compliance of Microsoft Intune: which settings of Claude Desktop this machine has, as one line of JSON.
# Expected: deployment quickstart, group general, preset Restricted, settings dcbaa691.
$path = 'SOFTWARE\Policies\Claude'
$digests = [ordered]@{
	'allowedWorkspaceFolders' = '83d09f6f0f1ad00cd04e2588245fa69b2861539d7e12c3a204e4ce922309053b'
	'coworkEgressAllowedHosts' = '57eadaaa402537d8506b71d7cf37647e53b57b3f0c1884515a2c0ec8983505f0'
	'deploymentDisplayName' = 'dd6ab682eb81d04dca560dfd3e2c506549db5e0dee1ba08fc77ea346f9d700be'
	'deploymentOrganizationUuid' = '940727ba2c6a72d119e6368da7671dc1fd6abc7fd9328524cabce52d53d02c24'
	'disableNonessentialServices' = 'b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b'
	'disableNonessentialTelemetry' = 'b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b'
	'inferenceCredentialKind' = '0eb42ac4a5a8a5854f10dee4626428dae886152474ae31a2d2987a50b64a5947'
	'inferenceGatewayBaseUrl' = '644872536101b3bb647b413b4f0ea9b03cda9d49c1bb1fb9620640a04c3e2a40'
	'inferenceModels' = '5319c049128734e281b086b872d4f7cbb11020fd2655d5b7ec16a8c4efcc587f'
	'inferenceProvider' = '4ea5ee68fea05586106890ded5733820bb77d919cda27bc4b8139b7cd33b8889'
	'isDesktopExtensionEnabled' = 'fcbcf165908dd18a9e49f7ff27810176db8e9f63b4352213741664245224f8aa'
	'isLocalDevMcpEnabled' = 'fcbcf165908dd18a9e49f7ff27810176db8e9f63b4352213741664245224f8aa'
	'otlpEndpoint' = '90a734d38ac4e530a9c12aeadeae33715d9d32d04b1341046417c6fd68556ed2'
}
$names = @($digests.PSBase.Keys)
$findings = @()
$revision = 'none'
try {
	$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')
	$users = [Microsoft.Win32.RegistryKey]::OpenBaseKey('Users', 'Registry64')
	$hash = [Security.Cryptography.SHA256]::Create()
	$key = $machine.OpenSubKey($path)
	$present = @()
	if ($null -ne $key) { $present = @($key.GetValueNames()) }
	if ($present.Count -gt 0) {
		$different = @($present | Where-Object { $names -cnotcontains $_ })
		foreach ($name in $names) {
			if ($present -cnotcontains $name) { $different += $name; continue }
			if ($digests[$name] -eq '') { continue }
			$bytes = [Text.Encoding]::UTF8.GetBytes([string] $key.GetValue($name, '', 'DoNotExpandEnvironmentNames'))
			$digest = [BitConverter]::ToString($hash.ComputeHash($bytes)).Replace('-', '')
			if ($digest -ne $digests[$name]) { $different += $name }
		}
		if ($different.Count -eq 0) { $revision = 'dcbaa691' }
		else { $revision = "other than dcbaa691: $($different -join ' ')" }
		foreach ($name in $present) {
			$kind = $key.GetValueKind($name)
			if (($kind -ne 'String') -and ($kind -ne 'DWord')) { $findings += "unreadable type: $name is $kind" }
		}
	}
	if (($null -ne $key) -and ($key.SubKeyCount -gt 0)) { $findings += 'subkeys: they are never read' }
	foreach ($user in $users.GetSubKeyNames()) {
		$own = $users.OpenSubKey("$user\$path")
		if (($null -eq $own) -or ($own.ValueCount -eq 0)) { continue }
		# The app's own export goes there.
		if ($present.Count -gt 0) { $findings += "machine beside user: $user has settings, which 1.19367.0 and later ignore" }
		else { $findings += "wrong hive: $user has settings, and the machine has none" }
	}
} catch {
	$findings += "unreadable: $_"
}
return @{ ClaudeRevision = $revision; ClaudeFindings = $findings.Count } | ConvertTo-Json -Compress
