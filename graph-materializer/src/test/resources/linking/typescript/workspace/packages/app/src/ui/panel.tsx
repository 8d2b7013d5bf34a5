import React, { Component } from 'react';
import { Button, Icons } from './parts';

interface Props { title: string }

export class Panel extends Component<Props> {
  state = { open: false };
  static defaults: Props = { title: '' };
  toggle = () => this.setState({ open: !this.state.open });
  render(content?: string) {
    const { title } = this.props;
    return <Button onClick={this.toggle} label={Panel.defaults.title}><Icons.Close /><b>{title}</b></Button>;
  }
}
