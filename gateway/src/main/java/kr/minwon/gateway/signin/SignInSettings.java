package kr.minwon.gateway.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sign-in guards accounts.
 *
 * @param failures wrong passwords in a row that lock an account
 * @param lock how long it then stays locked
 * @param longestPassword in characters; a longer one is not even hashed (bcrypt reads 72 bytes)
 */
@ConfigurationProperties("minwon.sign-in")
record SignInSettings(
        @DefaultValue("5") int failures,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("64") int longestPassword) {}
