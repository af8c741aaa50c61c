#!/usr/bin/perl
# An SMS centre over SMPP 3.4 by Net::SMPP, which shares no code with jsmpp: answers every submit_sm, writes a line of it
# to standard output, and brings the receipt that was asked for.
#   smsc.pl PORT      line: from to data_coding octets-in-hexadecimal
use strict;
use warnings;
use Net::SMPP;

$| = 1;
my $port = shift or die "which port?\n";
my $listener = Net::SMPP->new_listen(
    '127.0.0.1', port => $port, smpp_version => 0x34, interface_version => 0x34) or die "cannot listen on $port: $!\n";
print "listening\n";
my $id = 1_000_000;
while (1) {
    my $esme = $listener->accept or next;    # nobody came within its time-out
    while (my $pdu = $esme->read_pdu) {
        my $command = $pdu->{cmd};
        if ($command == Net::SMPP::CMD_bind_transceiver) {
            $esme->bind_transceiver_resp(system_id => 'smsc', seq => $pdu->{seq}, status => 0);
        } elsif ($command == Net::SMPP::CMD_enquire_link) {
            $esme->enquire_link_resp(seq => $pdu->{seq});
        } elsif ($command == Net::SMPP::CMD_unbind) {
            $esme->unbind_resp(seq => $pdu->{seq});
            last;
        } elsif ($command == Net::SMPP::CMD_submit_sm) {
            submitted($esme, $pdu, $id++);
        }
    }
    $esme->close;
}

sub submitted {
    my ($esme, $pdu, $message) = @_;
    my $octets = length $pdu->{short_message} ? $pdu->{short_message} : $pdu->{message_payload};
    print join(' ', $pdu->{source_addr}, $pdu->{destination_addr}, $pdu->{data_coding}, unpack('H*', $octets)), "\n";
    $esme->submit_sm_resp(message_id => $message, seq => $pdu->{seq}, status => 0);
    return unless $pdu->{registered_delivery} & 1;
    $esme->deliver_sm(
        async => 1,
        source_addr => $pdu->{destination_addr},
        destination_addr => $pdu->{source_addr},
        esm_class => 0x04,
        short_message => "id:$message sub:001 dlvrd:001 submit date:2611240900 done date:2611240901 stat:DELIVRD err:000 text:");
}
