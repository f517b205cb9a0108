"""What was set up wrongly: the catalogue, a key, the settings of the audit."""

from spur_extract.errors.base import SpurError


class CatalogueError(SpurError):
    """The catalogue's data files are wrong; all faults are listed at once."""

    code = "catalogue-invalid"
    exit_code = 10
    next_step = "Correct the entries named."


class PseudonymKeyError(SpurError):
    """The key for pseudonyms cannot be used."""

    exit_code = 11


class KeyNotFoundError(PseudonymKeyError):
    """There is no such key file."""

    code = "key-not-found"
    next_step = (
        'Check the path, or make a key: python -c "import secrets; print(secrets.token_hex(32))" '
        "> FILE"
    )


class KeyNotReadableError(PseudonymKeyError):
    """The key file cannot be read, or is too large to be a key."""

    code = "key-not-readable"
    next_step = "Name a file that holds nothing but the key, and check its permissions."


class KeyTooShortError(PseudonymKeyError):
    """The key has too few bytes: it could be found by trying all."""

    code = "key-too-short"
    next_step = 'Make a longer one: python -c "import secrets; print(secrets.token_hex(32))" > FILE'


class KeyGuessableError(PseudonymKeyError):
    """The key is made of blanks, or of a few bytes again and again: it could be guessed."""

    code = "key-guessable"
    next_step = 'Make a new one: python -c "import secrets; print(secrets.token_hex(32))" > FILE'


class KeyUnprotectedError(PseudonymKeyError):
    """The key would go to the cluster over connections that are not encrypted."""

    code = "key-unprotected"
    next_step = "Set the cluster up with TLS and give --scheduler tls://…, or convert without one."


class KeyMisplacedError(PseudonymKeyError):
    """The key file lies in the output folder or is one of the files to read."""

    code = "key-misplaced"
    next_step = "Keep the key apart from the reports and the results."


class AuditSettingsError(SpurError):
    """The settings of an audit cannot be used."""

    exit_code = 13


class RuleUnknownError(AuditSettingsError):
    """There is no rule of that code or tag."""

    code = "rule-unknown"
    next_step = "See all rules with: spur-extract rules"


class AuditConfigInvalidError(AuditSettingsError):
    """The file with the settings of an audit is no TOML, or has settings that there are not."""

    code = "audit-config-invalid"
    next_step = "Correct the setting named; see docs/reference/rules.md for all of them."
