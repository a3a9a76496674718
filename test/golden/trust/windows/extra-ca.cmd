@echo off
rem Hands a PEM file of certificates to the app, for all users. Usage, as administrator: extra-ca.cmd corp-ca.pem
if "%~1"=="" exit /b 2
if not exist "%ProgramData%\com.example.cowork" mkdir "%ProgramData%\com.example.cowork" || exit /b 1
copy /y "%~1" "%ProgramData%\com.example.cowork\ca.pem" || exit /b 1
setx NODE_EXTRA_CA_CERTS "%ProgramData%\com.example.cowork\ca.pem" /m
exit /b %errorlevel%
