package kr.minwon.phonesimulator.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A character set that a message may come in, with its SMPP data_coding.
 *
 * <p>EUC-KR is data_coding 14 (KS C 5601 in SMPP 3.4); 0x84, which some Korean gateways use, is read
 * the same. data_coding 0 is the SMSC's default alphabet, which is a setting.
 */
public enum Encoding {
    GSM_7("GSM-7", 0, new Gsm7()),
    LATIN_1("LATIN-1", 3, StandardCharsets.ISO_8859_1),
    UCS_2("UCS-2", 8, StandardCharsets.UTF_16BE),
    EUC_KR("EUC-KR", 14, Charset.forName("EUC-KR"));

    private static final int EUC_KR_OF_SOME_GATEWAYS = 0x84;

    private final String label;
    private final int dataCoding;
    private final Charset charset;

    Encoding(String label, int dataCoding, Charset charset) {
        this.label = label;
        this.dataCoding = dataCoding;
        this.charset = charset;
    }

    /** What a data_coding octet means, empty when it is none of ours. */
    public static Optional<Encoding> ofDataCoding(int dataCoding, Encoding defaultAlphabet) {
        if (dataCoding == 0) {
            return Optional.of(defaultAlphabet);
        }
        if (dataCoding == EUC_KR_OF_SOME_GATEWAYS) {
            return Optional.of(EUC_KR);
        }
        return Arrays.stream(values())
                .filter(encoding -> encoding.dataCoding == dataCoding)
                .findFirst();
    }

    /** The encoding by its label, as {@link #label()} writes it. */
    @JsonCreator
    public static Encoding ofLabel(String label) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.label.equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("encoding is one of GSM-7, LATIN-1, UCS-2, EUC-KR"));
    }

    @JsonValue
    public String label() {
        return label;
    }

    public int dataCoding() {
        return dataCoding;
    }

    /** The text of these octets; what is no character becomes U+FFFD, as on a phone. */
    public DecodedText decode(byte[] octets) {
        try {
            return new DecodedText(decode(octets, CodingErrorAction.REPORT), true);
        } catch (CharacterCodingException e) {
            try {
                return new DecodedText(decode(octets, CodingErrorAction.REPLACE), false);
            } catch (CharacterCodingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private String decode(byte[] octets, CodingErrorAction onError) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(onError)
                .onUnmappableCharacter(onError)
                .replaceWith("\uFFFD")
                .decode(ByteBuffer.wrap(octets))
                .toString();
    }

    /** The octets of this text, empty when it holds a character this encoding has not. */
    public Optional<byte[]> encode(String text) {
        try {
            ByteBuffer octets = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] exact = new byte[octets.remaining()];
            octets.get(exact);
            return Optional.of(exact);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
