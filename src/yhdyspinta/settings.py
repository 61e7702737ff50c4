"""Every setting of an installation, from the environment only.

What differs between authorities is data, not settings. docs/how-to/settings.md
lists each name; a missing or wrong value stops the start with a hint.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from yhdyspinta.database import database_settings
from yhdyspinta.environment import env_flag, env_number, env_text

BASE_DIR = Path(env_text("YHDYSPINTA_HOME", str(Path(__file__).resolve().parents[2])))
VAR_DIR = Path(env_text("YHDYSPINTA_VAR", str(BASE_DIR / "var")))

MODE = env_text("YHDYSPINTA_MODE", "demo")  # demo | production
if MODE not in {"demo", "production"}:
    raise ImproperlyConfigured("YHDYSPINTA_MODE must be demo or production.")
PRODUCTION = MODE == "production"
DEMO = not PRODUCTION
DEBUG = False

SECRET_KEY = env_text("YHDYSPINTA_SECRET_KEY", None if PRODUCTION else "demo-only-not-a-secret-" + "x" * 40)
BASE_ADDRESS = env_text("YHDYSPINTA_ADDRESS", None if PRODUCTION else "http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env_text("YHDYSPINTA_HOSTS", None if PRODUCTION else "localhost,127.0.0.1").split(",")
CSRF_TRUSTED_ORIGINS = [BASE_ADDRESS]
USE_X_FORWARDED_HOST = False
TRUSTED_PROXIES = env_number("YHDYSPINTA_TRUSTED_PROXIES", 0)  # how many proxies of ours stand in front

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_htmx",
    "template_partials",
    "csp",
    "procrastinate.contrib.django",
    "yhdyspinta.audit",
    "yhdyspinta.ui",
    "yhdyspinta.wording",
    "yhdyspinta.places",
    "yhdyspinta.authorities",
    "yhdyspinta.people",
    "yhdyspinta.notices",
    "yhdyspinta.processes",
    "yhdyspinta.documents",
    "yhdyspinta.comments",
    "yhdyspinta.moderation",
    "yhdyspinta.answers",
    "yhdyspinta.intake",
    "yhdyspinta.material",
    "yhdyspinta.transfers",
    "yhdyspinta.outcomes",
    "yhdyspinta.reports",
    "yhdyspinta.translating",
    "yhdyspinta.open_data",
    "yhdyspinta.launch",
    "yhdyspinta.methods.comment_rounds",
    "yhdyspinta.statements",
    "yhdyspinta.site",
    "yhdyspinta.demo",
    "allauth",  # after our own apps, whose templates go before its
    "allauth.account",
    "allauth.mfa",
]

# Where each app tells what its fields are and how data of people is shown, erased and claimed; lowest app first.
PERSONAL_DATA = [
    "yhdyspinta.places.personal",
    "yhdyspinta.audit.personal",
    "yhdyspinta.authorities.personal",
    "yhdyspinta.people.personal",
    "yhdyspinta.notices.personal",
    "yhdyspinta.processes.personal",
    "yhdyspinta.comments.personal",
    "yhdyspinta.moderation.personal",
    "yhdyspinta.intake.personal",
    "yhdyspinta.documents.personal",
    "yhdyspinta.answers.personal",
    "yhdyspinta.material.personal",
    "yhdyspinta.transfers.personal",
    "yhdyspinta.outcomes.personal",
    "yhdyspinta.translating.personal",
    "yhdyspinta.reports.personal",
    "yhdyspinta.open_data.personal",
    "yhdyspinta.launch.personal",
    "yhdyspinta.methods.comment_rounds.personal",
    "yhdyspinta.statements.personal",
    "yhdyspinta.site.personal",
]

# The one place where methods are named; the registry in processes reads it.
METHODS = ["yhdyspinta.methods.comment_rounds.method.CommentRounds"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pads at random, so that lengths tell nothing (BREACH)
    "yhdyspinta.open_data.api.middleware.ApiMiddleware",  # before anything that reads a cookie
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "yhdyspinta.site.middleware.LanguageMiddleware",
    "yhdyspinta.site.middleware.TextMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "yhdyspinta.site.middleware.PersonMiddleware",
    "yhdyspinta.site.middleware.RefusalMiddleware",
    "yhdyspinta.site.middleware.CleanQueryMiddleware",
]

ROOT_URLCONF = "yhdyspinta.site.urls"
WSGI_APPLICATION = "yhdyspinta.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yhdyspinta.site.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "yhdyspinta.ui.templatetags.ui",
                "yhdyspinta.wording.templatetags.wording",
            ],
        },
    },
]

if PRODUCTION:
    env_text("DATABASE_URL")  # the embedded server is for the demo and the tests
DATABASES = {"default": database_settings(VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))]
WORDING_VALUE = "yhdyspinta.wording.fields.Wording"  # what form fields in several languages clean to
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS: list[Path] = []
MEDIA_ROOT = VAR_DIR / "files"
FILE_UPLOAD_PERMISSIONS = 0o640
VIRUS_CHECK = env_text("YHDYSPINTA_VIRUS_CHECK", "")  # ui/virus_check.py tells its forms
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "yhdyspinta.ui.storage.HashedStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 10_000}},
}
API_REQUESTS_A_MINUTE = env_number("YHDYSPINTA_API_REQUESTS", 600)  # of one network address, of each web process
#: Where links that staff give (a meeting, a stream, minutes, a good practice) may lead; empty: to any host.
LINK_HOSTS = [one.strip().lower() for one in env_text("YHDYSPINTA_LINK_HOSTS", "").split(",") if one.strip()]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "yhdyspinta.site.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
GUEST_COOKIE = "guest"
TEXT_COOKIE = "text"
if PRODUCTION:
    SECURE_SSL_REDIRECT = env_flag("YHDYSPINTA_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_REDIRECT_EXEMPT = [r"^health/", r"^ready/"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, GUEST_COOKIE = "__Host-session", "__Host-csrf", "__Host-guest"
    TEXT_COOKIE = "__Host-text"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

EMAIL_BACKEND = env_text("YHDYSPINTA_MAIL", "yhdyspinta.notices.delivery.NowhereBackend")
EMAIL_HOST = env_text("YHDYSPINTA_MAIL_HOST", "localhost")
EMAIL_PORT = env_number("YHDYSPINTA_MAIL_PORT", 25)
EMAIL_HOST_USER = env_text("YHDYSPINTA_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env_text("YHDYSPINTA_MAIL_PASSWORD", "")
EMAIL_USE_TLS = env_flag("YHDYSPINTA_MAIL_TLS", default=False)
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = env_text("YHDYSPINTA_MAIL_FROM", None if PRODUCTION else "osallistu@yhdyspinta.example")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

SITE_ID = None
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "yhdyspinta.people.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_FORMS = {"login": "yhdyspinta.people.account_forms.SignInForm"}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True  # one address for each account
# Per network address only far above what a library or school needs; the limits that bite are per account.
ACCOUNT_RATE_LIMITS = {
    "signup": "600/m/ip",
    "login": "600/m/ip",
    "login_failed": "600/m/ip,5/300s/key",
    "request_login_code": "600/m/ip,3/m/key",
    "reset_password": "600/m/ip,5/m/key",
    "reset_password_from_key": "600/m/ip",
}
MFA_ADAPTER = "yhdyspinta.people.accounts.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_ISSUER = "Yhdyspinta"

# Signing in by OpenID Connect: residents strongly (Suomi.fi and its like), staff by their directory. Off without an issuer.
# The key of identity hashes outlives the secret key: losing it makes known people strangers.
IDENTITY_KEY = env_text("YHDYSPINTA_IDENTITY_KEY", SECRET_KEY)
# Lines and seals of the audit trail are keyed: who reaches only the database cannot make them anew.
TRAIL_KEY = env_text("YHDYSPINTA_TRAIL_KEY", SECRET_KEY)
IDENTIFICATION: dict[str, dict[str, object]] = {}
if env_text("YHDYSPINTA_OIDC_RESIDENT_ISSUER", ""):
    if PRODUCTION:
        env_text("YHDYSPINTA_IDENTITY_KEY")
    IDENTIFICATION["resident"] = {
        "issuer": env_text("YHDYSPINTA_OIDC_RESIDENT_ISSUER"),
        "hosts": tuple(env_text("YHDYSPINTA_OIDC_RESIDENT_HOSTS", "").lower().split()),
        "client_id": env_text("YHDYSPINTA_OIDC_RESIDENT_CLIENT_ID"),
        "client_secret": env_text("YHDYSPINTA_OIDC_RESIDENT_CLIENT_SECRET"),
        "scope": env_text("YHDYSPINTA_OIDC_RESIDENT_SCOPE", "openid"),
        "identity_claim": env_text("YHDYSPINTA_OIDC_RESIDENT_IDENTITY_CLAIM", "urn:oid:1.2.246.21"),
        "municipality_claim": env_text("YHDYSPINTA_OIDC_RESIDENT_MUNICIPALITY_CLAIM", "urn:oid:1.2.246.517.2002.2.18"),
    }
if env_text("YHDYSPINTA_OIDC_STAFF_ISSUER", ""):
    IDENTIFICATION["staff"] = {
        "issuer": env_text("YHDYSPINTA_OIDC_STAFF_ISSUER"),
        "hosts": tuple(env_text("YHDYSPINTA_OIDC_STAFF_HOSTS", "").lower().split()),
        "client_id": env_text("YHDYSPINTA_OIDC_STAFF_CLIENT_ID"),
        "client_secret": env_text("YHDYSPINTA_OIDC_STAFF_CLIENT_SECRET"),
        "scope": env_text("YHDYSPINTA_OIDC_STAFF_SCOPE", "openid email"),
        "strong_values": tuple(env_text("YHDYSPINTA_OIDC_STAFF_STRONG", "mfa").split(",")),
    }

PROCRASTINATE_ON_APP_READY = None

LOGGING_CONFIG = "yhdyspinta.site.logs.configure"
LOGGING = {"as_json": PRODUCTION}
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # e-mail is unique by a constraint on its lower case
