package kr.minwon.addresses;

/** The key files a service reads; a secret never comes any other way than by file. */
public enum KeyFile {
    /** AES keys that seal names and phone numbers. */
    FIELDS("minwon.keys.fields", "MINWON_FIELD_KEYS_FILE", "field-keys"),
    /** HMAC keys of contact identities. */
    CONTACTS("minwon.keys.contacts", "MINWON_CONTACT_KEYS_FILE", "contact-keys"),
    /** HMAC keys of look-up codes. */
    LOOKUP("minwon.keys.lookup", "MINWON_LOOKUP_KEYS_FILE", "lookup-keys"),
    /** Public Ed25519 keys by which services know the gateway. */
    CALLERS("minwon.keys.callers", "MINWON_CALLER_KEYS_FILE", "caller-keys"),
    /** The gateway's private Ed25519 key. */
    CALLER_PRIVATE("minwon.keys.caller-private", "MINWON_CALLER_PRIVATE_KEY_FILE", "caller-private-key");

    private final String property;
    private final String variable;
    private final String fileName;

    KeyFile(String property, String variable, String fileName) {
        this.property = property;
        this.variable = variable;
        this.fileName = fileName;
    }

    /** The Spring property that holds the path. */
    public String property() {
        return property;
    }

    /** The environment variable that names another path. */
    public String variable() {
        return variable;
    }

    /** The file's name in the secrets directory. */
    public String fileName() {
        return fileName;
    }
}
