package kr.minwon.phonesimulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses SIMULATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kr.minwon.phonesimulator");

    private static final ArchRule KNOWS_NOTHING_OF_THE_PRODUCT = noClasses()
            .that()
            .resideInAPackage("kr.minwon.phonesimulator..")
            .should()
            .dependOnClassesThat(describe(
                    "belong to the product",
                    type -> type.getPackageName().startsWith("kr.minwon.")
                            && !type.getPackageName().startsWith("kr.minwon.phonesimulator")));

    private static final ArchRule MESSAGES_AND_FAULTS_KNOW_NO_PROTOCOL = noClasses()
            .that()
            .resideInAnyPackage("..message..", "..fault..", "..delivery..", "..journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jsmpp..", "org.springframework..");

    private static final ArchRule ONLY_SMSC_SPEAKS_JSMPP = noClasses()
            .that()
            .resideOutsideOfPackage("..smsc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsmpp..");

    @Test
    void knowsNothingOfTheProduct() {
        KNOWS_NOTHING_OF_THE_PRODUCT.check(SIMULATOR);
    }

    @Test
    void keepsProtocolsOutOfItsDomain() {
        MESSAGES_AND_FAULTS_KNOW_NO_PROTOCOL.check(SIMULATOR);
        ONLY_SMSC_SPEAKS_JSMPP.check(SIMULATOR);
    }

    @Test
    void wouldSeeABreach() {
        JavaClasses withTests = new ClassFileImporter().importPackages("kr.minwon.phonesimulator");
        // the tests' own client speaks jsmpp outside of smsc
        assertThat(ONLY_SMSC_SPEAKS_JSMPP.evaluate(withTests).hasViolation()).isTrue();
    }
}
