package kr.minwon.complaint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import kr.minwon.complaint.broken.complaint.SpeaksKafka;
import kr.minwon.complaint.broken.complaint.SpeaksMongo;
import kr.minwon.complaint.broken.complaint.SpeaksWeb;
import kr.minwon.complaint.broken.complaint.web.OpenController;
import org.junit.jupiter.api.Test;

/** The house's rules, and a class that breaks each of them on purpose. */
class ArchitectureTests {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kr.minwon.complaint");

    private static final String[] DOMAIN = {"..complaint.complaint", "..complaint.photo", "..broken.complaint"};

    private static final ArchRule NO_WEB = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    private static final ArchRule NO_STORE = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    private static final ArchRule NO_MESSAGING = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.messaging..", "kr.minwon.outbox..");

    private static final ArchRule CLOSED_WEB =
            classes().that().resideInAPackage("..web").should().notBePublic();

    private static final ArchRule NO_CYCLES =
            slices().matching("kr.minwon.complaint.(*)").should().beFreeOfCycles();

    @Test
    void theDomainKnowsNoWeb() {
        NO_WEB.check(OURS);
        assertBreaks(NO_WEB, SpeaksWeb.class);
    }

    @Test
    void theDomainKnowsNoStore() {
        NO_STORE.check(OURS);
        assertBreaks(NO_STORE, SpeaksMongo.class);
    }

    @Test
    void theDomainKnowsNoMessaging() {
        NO_MESSAGING.check(OURS);
        assertBreaks(NO_MESSAGING, SpeaksKafka.class);
    }

    @Test
    void controllersStayInTheirPackage() {
        CLOSED_WEB.check(OURS);
        assertBreaks(CLOSED_WEB, OpenController.class);
    }

    @Test
    void photosDoNotKnowComplaints() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("..complaint.photo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kr.minwon.complaint.complaint..");
        rule.check(OURS);
        NO_CYCLES.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("kr.minwon.complaint.photo", "kr.minwon.complaint.complaint"));
    }

    @Test
    void theRulesLookAtSomething() {
        assertThat(OURS.stream().filter(type -> type.getPackageName().equals("kr.minwon.complaint.complaint")))
                .hasSizeGreaterThan(20);
        assertThat(OURS.stream().filter(type -> type.getPackageName().endsWith(".web")))
                .hasSizeGreaterThan(5);
    }

    private static void assertBreaks(ArchRule rule, Class<?> broken) {
        assertThatThrownBy(() -> rule.check(new ClassFileImporter().importClasses(broken)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(broken.getSimpleName());
    }
}
