package kr.minwon.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import kr.minwon.notification.broken.message.DomainThatKnowsTheStore;
import kr.minwon.notification.broken.message.DomainThatSpeaksSmpp;
import kr.minwon.notification.broken.message.mongo.PageThatReachesIntoTheStore;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kr.minwon.notification");

    private static final String[] ADAPTERS = {
        "..mongo..",
        "..messaging..",
        "..web..",
        "..smpp..",
        "..dispatch.http..",
        "..solapi..",
        "..sens..",
        "..nhncloud..",
        "..aligo.."
    };

    /** Settings are bound by Boot; nothing else of Spring is known. */
    private static final ArchRule THE_DOMAIN_KNOWS_NO_TECHNOLOGY = noClasses()
            .that()
            .resideInAnyPackage(
                    "..notification.message",
                    "..notification.dispatch",
                    "..notification.verification",
                    "..notification.consent",
                    "..notification.reply",
                    "..notification.subscription",
                    "..notification.mailing",
                    "..broken.message")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.springframework.messaging..",
                    "org.springframework.cloud..",
                    "org.springframework.kafka..",
                    "org.apache.kafka..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.jsmpp..",
                    "io.github.resilience4j..",
                    "io.micrometer..",
                    "kr.minwon.outbox..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS);

    private static final ArchRule ONLY_SMPP_SPEAKS_SMPP = noClasses()
            .that()
            .resideOutsideOfPackage("..smpp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsmpp..");

    private static final ArchRule PAGES_DO_NOT_REACH_INTO_OTHER_ADAPTERS = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..smpp..", "..broken.message.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.springframework.kafka..");

    private static final ArchRule ADAPTERS_KEEP_TO_THEMSELVES = classes()
            .that()
            .resideInAnyPackage(
                    "..message.web..",
                    "..verification.web..",
                    "..consent.web..",
                    "..consent.mongo..",
                    "..verification.mongo..",
                    "..subscription.web..",
                    "..subscription.mongo..",
                    "..mailing.web..",
                    "..mailing.mongo..",
                    "..dispatch.smpp..",
                    "..dispatch.solapi..",
                    "..dispatch.sens..",
                    "..dispatch.nhncloud..",
                    "..dispatch.aligo..",
                    "..message.mongo..",
                    "..message.messaging..")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("MessageEventMapper")
            .and()
            .doNotHaveSimpleName("SmppSettings")
            .and()
            .doNotHaveSimpleName("MessageIds")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .bePackagePrivate();

    @Test
    void theDomainKnowsNoTechnology() {
        THE_DOMAIN_KNOWS_NO_TECHNOLOGY.check(SERVICE);
    }

    @Test
    void onlySmppSpeaksSmpp() {
        ONLY_SMPP_SPEAKS_SMPP.check(SERVICE);
    }

    @Test
    void pagesDoNotReachIntoOtherAdapters() {
        PAGES_DO_NOT_REACH_INTO_OTHER_ADAPTERS.check(SERVICE);
    }

    @Test
    void adaptersKeepToThemselves() {
        ADAPTERS_KEEP_TO_THEMSELVES.check(SERVICE);
    }

    @Test
    void eachRuleSeesABreach() {
        assertThat(isBroken(THE_DOMAIN_KNOWS_NO_TECHNOLOGY, DomainThatKnowsTheStore.class))
                .isTrue();
        assertThat(isBroken(ONLY_SMPP_SPEAKS_SMPP, DomainThatSpeaksSmpp.class)).isTrue();
        assertThat(isBroken(PAGES_DO_NOT_REACH_INTO_OTHER_ADAPTERS, PageThatReachesIntoTheStore.class))
                .isTrue();
        assertThat(isBroken(ADAPTERS_KEEP_TO_THEMSELVES, PageThatReachesIntoTheStore.class))
                .isTrue();
    }

    private static boolean isBroken(ArchRule rule, Class<?> by) {
        return rule.evaluate(new ClassFileImporter().importClasses(by)).hasViolation();
    }
}
