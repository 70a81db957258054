package fundtrail.query.follow;

import java.util.Properties;

/** Where the feed is, and the role that may read it and nothing else. */
public record FeedAddress(String jdbcUrl, String user, String password) {

    /** A connection that is lost is noticed: nothing waits longer than half a minute for a byte. */
    Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "fundtrail-query feed");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("readOnly", "true");
        return properties;
    }

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
