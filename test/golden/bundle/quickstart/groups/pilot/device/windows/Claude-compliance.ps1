# Custom compliance of Microsoft Intune: which settings of Claude Desktop this machine has, as one line of JSON.
# Expected: deployment quickstart, group pilot, preset Standard, settings 16f97b03.
$path = 'SOFTWARE\Policies\Claude'
$digests = [ordered]@{
	'autoUpdaterEnforcementHours' = 'c2356069e9d1e79ca924378153cfbbfb4d4416b1f99d41a2940bfdb66c5319db'
	'deploymentDisplayName' = 'dd6ab682eb81d04dca560dfd3e2c506549db5e0dee1ba08fc77ea346f9d700be'
	'deploymentOrganizationUuid' = '940727ba2c6a72d119e6368da7671dc1fd6abc7fd9328524cabce52d53d02c24'
	'inferenceCredentialKind' = '0eb42ac4a5a8a5854f10dee4626428dae886152474ae31a2d2987a50b64a5947'
	'inferenceGatewayBaseUrl' = '644872536101b3bb647b413b4f0ea9b03cda9d49c1bb1fb9620640a04c3e2a40'
	'inferenceModels' = '5319c049128734e281b086b872d4f7cbb11020fd2655d5b7ec16a8c4efcc587f'
	'inferenceProvider' = '4ea5ee68fea05586106890ded5733820bb77d919cda27bc4b8139b7cd33b8889'
	'isDesktopExtensionSignatureRequired' = 'b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b'
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
		if ($different.Count -eq 0) { $revision = '16f97b03' }
		else { $revision = "other than 16f97b03: $($different -join ' ')" }
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
