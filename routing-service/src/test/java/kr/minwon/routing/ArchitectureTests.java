package kr.minwon.routing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTests {
    private static final String ROUTING = "kr.minwon.routing";
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROUTING);

    private static final ArchRule CLOCK = noClasses()
            .that()
            .resideInAPackage(ROUTING + ".clock")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.springframework..", "com.mongodb..", "org.bson..", "kr.minwon..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(ROUTING + ".clock"))))
            .because("the clock is pure");

    private static final ArchRule DOMAIN = noClasses()
            .that()
            .resideInAnyPackage(
                    ROUTING + ".clock",
                    ROUTING + ".office",
                    ROUTING + ".workitem",
                    ROUTING + ".suggestion",
                    ROUTING + ".policy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.springframework.messaging..",
                    "org.springframework.kafka..",
                    "org.springframework.cloud..",
                    "jakarta.servlet..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.apache.kafka..",
                    "tools.jackson..",
                    "kr.minwon.outbox..",
                    "kr.minwon.problems..",
                    "kr.minwon.signedcalls..",
                    ROUTING + ".*.web..",
                    ROUTING + ".*.mongo..",
                    ROUTING + ".*.messaging..")
            .because("the domain knows no technology");

    private static final ArchRule WEB = noClasses()
            .that()
            .resideInAPackage(ROUTING + ".*.web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "kr.minwon.outbox..", ROUTING + ".*.mongo..")
            .because("the web asks the domain, not the store");

    private static final ArchRule ADAPTERS = classes()
            .that()
            .resideInAnyPackage(ROUTING + ".*.web", ROUTING + ".*.mongo", ROUTING + ".*.messaging")
            .and()
            .areTopLevelClasses()
            .and()
            // What the store needs of messaging, so that neither knows the other's classes.
            .doNotHaveSimpleName("EventMapping")
            .should()
            .notHaveModifier(JavaModifier.PUBLIC)
            .because("adapters are private to their package");

    private static final Map<String, ArchRule> RULES =
            Map.of("clock", CLOCK, "domain", DOMAIN, "web", WEB, "adapters", ADAPTERS);

    @ParameterizedTest
    @ValueSource(strings = {"clock", "domain", "web", "adapters"})
    void holds(String rule) {
        RULES.get(rule).check(SERVICE);
    }

    @Test
    void eachRuleSeesItsBreach() throws ClassNotFoundException {
        assertThat(breaks(CLOCK, "clock.BreaksTheClock")).isTrue();
        assertThat(breaks(DOMAIN, "workitem.BreaksTheDomain")).isTrue();
        assertThat(breaks(WEB, "workitem.web.BreaksTheAdapters")).isTrue();
        assertThat(breaks(ADAPTERS, "workitem.web.BreaksTheAdapters")).isTrue();
    }

    private static boolean breaks(ArchRule rule, String name) throws ClassNotFoundException {
        JavaClasses breach = new ClassFileImporter().importClasses(List.of(Class.forName(ROUTING + "." + name)));
        return rule.evaluate(breach).hasViolation();
    }
}
