package kr.minwon.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = ProblemsTests.Application.class)
class ProblemsTests {
    private MockMvcTester web;

    @BeforeEach
    void setUp(@org.springframework.beans.factory.annotation.Autowired WebApplicationContext context) {
        web = MockMvcTester.from(
                context,
                builder -> builder.addFilters(context.getBean(
                                        "bodyLimitFilter",
                                        org.springframework.boot.web.servlet.FilterRegistrationBean.class)
                                .getFilter())
                        .build());
    }

    @Test
    void brokenJsonIsSaidInKorean() {
        assertProblem(post("{\"text\":"), 400, "broken-json");
        assertThat(post("{\"text\":"))
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("JSON");
    }

    @Test
    void aHundredThousandBracketsAreRefusedWhileTheyAreRead() {
        assertProblem(post("{\"other\":" + "[".repeat(100_000)), 400, "broken-json");
    }

    @Test
    void invalidUtf8IsNamed() {
        assertProblem(
                web.post()
                        .uri("/echo")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(new byte[] {
                            '{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'
                        })
                        .exchange(),
                400,
                "broken-encoding");
    }

    @Test
    void anOperatorWhereTextIsExpectedNamesTheField() {
        MvcTestResult result = post("{\"text\":{\"$ne\":null}}");
        assertProblem(result, 422, "invalid-fields");
        assertThat(result).bodyJson().extractingPath("$.errors[0].field").isEqualTo("text");
    }

    @Test
    void aNumberIsNoText() {
        assertProblem(post("{\"text\":1}"), 422, "invalid-fields");
    }

    @Test
    void aDuplicateNameIsBrokenJson() {
        assertProblem(post("{\"text\":\"a\",\"text\":\"b\"}"), 400, "broken-json");
    }

    @Test
    void aBodyOverTheLimitIsCutOff() {
        assertProblem(post("{\"text\":\"" + "a".repeat(262_144) + "\"}"), 413, "body-too-large");
    }

    @Test
    void anotherContentTypeIsRefused() {
        assertProblem(
                web.post()
                        .uri("/echo")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x")
                        .exchange(),
                415,
                "wrong-content-type");
    }

    @Test
    void anUnknownPathAndAWrongMethodAreProblems() {
        assertProblem(web.get().uri("/nowhere").exchange(), 404, "no-such-page");
        assertProblem(web.get().uri("/echo").exchange(), 405, "wrong-method");
    }

    @Test
    void aStoreThatIsAwayAsksToRetry() {
        MvcTestResult result = web.get().uri("/store").exchange();
        assertProblem(result, 503, "store-away");
        assertThat(result).headers().hasValue("Retry-After", "5");
    }

    @Test
    void nothingOfAnUnexpectedFailureIsShown() {
        MvcTestResult result = web.get().uri("/bug").exchange();
        assertProblem(result, 500, "internal");
        assertThat(result).bodyText().doesNotContain("secret detail");
    }

    @Test
    void englishIsGivenToWhomAsksForIt() {
        assertThat(web.get().uri("/nowhere").header("Accept-Language", "en-US").exchange())
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("No such address");
    }

    @Test
    void bothLanguagesHoldTheSameSentences() {
        assertThat(ResourceBundle.getBundle("problems/common_en").keySet())
                .isEqualTo(ResourceBundle.getBundle("problems/common").keySet());
    }

    private MvcTestResult post(String body) {
        return web.post()
                .uri("/echo")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private static void assertProblem(MvcTestResult result, int status, String slug) {
        assertThat(result).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:minwon:problem:" + slug);
    }

    record Text(String text) {}

    @RestController
    static class Echo {
        @PostMapping(path = "/echo", consumes = "application/json")
        Text echo(@RequestBody Text text) {
            return text;
        }

        @GetMapping("/store")
        Text store() {
            throw new MongoTimeoutException("nobody there");
        }

        @GetMapping("/bug")
        Text bug() {
            throw new IllegalStateException("secret detail");
        }
    }

    @Configuration
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({ProblemsConfiguration.class, Echo.class})
    static class Application {}
}
